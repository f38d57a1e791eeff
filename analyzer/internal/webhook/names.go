package webhook

import (
	"regexp"
	"strings"
	"unicode"
)

// isHarmless tells by its name that a function looks at, checks, converts or
// counts what it is given, and does nothing else with it.
func isHarmless(name string) bool { return harmlessWords[firstWord(name)] }

var harmlessWords = words(`marshal unmarshal serialize deserialize decode encode parse get valid validate bind read new is has equal
	compare hash sum sign signed verify verified check compute digest hmac mac trim to from len size string strings byte bytes split join
	format compress decompress inflate gunzip copy clone with wrap limit lookup find match convert normalize normalise extract
	detect count incr inc increment timing distribution counter tag attribute observe gauge histogram unwrap must scan any int int64 float bool time err close reset mask
	redact sanitize escape seen contains schema assert ensure auth authenticate authorize expect expected calc calculate generate
	make build want sprint sprintf field object json as filter secure constant safe canonical prepare header reject refuse deny
	abort fail unauthorized forbidden respond reply answer render status ack sha256 hex base64 duplicate known fresh stale expired
	bad good matches same`)

// isLog tells by its name that a function writes to a log.
func isLog(name string) bool { return logWords[firstWord(name)] }

var logWords = words(`print printf println log logf debug debugf debugw info infof infow warn warnf warnw warning error errorf errorw trace
	tracef msg msgf notice fatal fatalf`)

func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// firstWord is the first word of a Go name, in lower case: of ParseEvent it is
// parse, of HTTPError http.
func firstWord(name string) string {
	rs := []rune(name)
	end := len(rs)
	for i := 1; i < len(rs); i++ {
		upper := unicode.IsUpper(rs[i])
		if rs[i] == '_' || upper && !unicode.IsUpper(rs[i-1]) || upper && i+1 < len(rs) && unicode.IsLower(rs[i+1]) {
			end = i
			break
		}
	}
	return strings.ToLower(string(rs[:end]))
}

// expectedWords are how the names of what the signature should be begin.
var expectedWords = words("expected want wanted computed calculated mac hmac digest sum hash actual")

// decoderWords are parts of the names of methods that parse a request's body.
var decoderWords = []string{"bind", "parse", "decode", "json", "body"}

// isVerifier tells by its name that a function verifies who sent something.
func isVerifier(name string) bool { return verifierName.MatchString(name) }

var verifierName = regexp.MustCompile(`(?i)verif|signature|signed|hmac|authentic|authoriz|requireauth|^auth|valid(ate)?(sig|req|web|hook|cio)|` +
	`check(sig|req|web|hook|cio|auth)|^secure`)
