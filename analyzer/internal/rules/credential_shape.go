package rules

import (
	"encoding/base64"
	"regexp"
	"strings"
	"time"
	"unicode"
)

// The credentials of Customer.io have shapes: a site ID, a track key and a
// write key have 20 letters and digits, an App API key 32, a signing key 64, a
// service account's token a prefix. Others may come. So a constant in the place
// of a credential is one unless it is plainly something else; of what is only
// computed from a constant, the part that has the shape of a key is taken.

// A shorter text than minKey is a word or a number of some other setting, unless
// letters and digits mix; a shorter one than minRandom is none of all.
const minKey, minRandom = 8, 6

// isPlaceholder reports whether s cannot be a key: it is too short, has white
// space or template marks, says that something is to be filled in, is the name
// of a setting, or another kind of setting.
func isPlaceholder(s string) bool {
	s = strings.TrimSpace(s)
	if len(s) < minRandom || len(s) < minKey && !looksRandom(s) || strings.ContainsFunc(s, unicode.IsSpace) || strings.ContainsAny(s, "<>{}$[]%*") {
		return true
	}
	if strings.Trim(s, string([]rune(s)[:1])) == "" { // one character, repeated
		return true
	}
	return saysFillIn(s) || namesSetting(s) || isOtherSetting(s)
}

// isOtherSetting reports whether s is plainly an address, a path, a time, a
// number, or the name of a variable or of words: what stores of settings hold
// beside keys.
func isOtherSetting(s string) bool {
	if strings.Contains(s, "://") && !strings.Contains(s, "@") || strings.HasPrefix(s, "/") || strings.HasPrefix(s, "./") {
		return true
	}
	if _, err := time.ParseDuration(s); err == nil {
		return true
	}
	return screaming.MatchString(s) || hostName.MatchString(s) || words.MatchString(s) || resource.MatchString(s)
}

var (
	screaming = regexp.MustCompile(`^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$`)                              // CUSTOMERIO_API_KEY
	hostName  = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9-]*\.)+[a-z]{2,}(:\d+)?(/.*)?$`)         // track.customer.io, cio.api_key
	words     = regexp.MustCompile(`^[a-z]{1,14}([-_.:/][a-z]{1,14})*([-_.:/](v|v\d+|\d))?$`)    // not-a-real-key, customerio/prod/key, staging
	resource  = regexp.MustCompile(`^(projects|arn|secret|vault|ssm|sm|gs|s3|env|file)[/:]\S+$`) // the name of a secret in a store
)

// keyOfPair returns of a pair of site ID and key, in base64 too, the one that
// the label asks for; "" if s has none.
func keyOfPair(s, label string) string {
	if pair, err := base64.StdEncoding.DecodeString(s); err == nil && isPair.Match(pair) {
		s = string(pair)
	}
	m := isPair.FindStringSubmatch(s)
	switch {
	case m == nil:
		return ""
	case label == "site ID":
		return m[1]
	}
	return m[2]
}

// keyWithin returns the part of s that has the shape of a credential: of a pair
// the one that the label asks for, else the longest. "" if there is none.
func keyWithin(s, label string) string {
	best := keyOfPair(s, label)
	if best != "" {
		return best
	}
	for _, part := range keyRun.FindAllString(s, -1) {
		longer := len(part) > len(best) || len(part) == len(best) && label != "site ID" // the site ID comes first
		if longer && looksRandom(part) && !saysFillIn(part) {
			best = part
		}
	}
	return best
}

var (
	isPair = regexp.MustCompile(`(?:^|[^0-9A-Za-z])([0-9A-Za-z]{20}):([0-9A-Za-z]{20,32})(?:$|[^0-9A-Za-z])`)
	keyRun = regexp.MustCompile(`(?:sa_(?:live|sandbox)_)?[0-9A-Za-z][0-9A-Za-z-]{6,}[0-9A-Za-z]`)
)

// looksRandom reports whether a text without a space may be a key and no word:
// letters and digits mixed, or capitals in the midst of a long run.
func looksRandom(s string) bool {
	var digits, letters, changes int
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case unicode.IsLetter(r):
			letters++
		}
		if i > 0 && unicode.IsUpper(r) && s[i-1] >= 'a' && s[i-1] <= 'z' {
			changes++
		}
	}
	return digits >= 2 && letters >= 2 || digits >= 16 || len(s) >= 20 && changes >= 3
}

// namesSetting reports whether s has no words but those that names of settings
// are made of.
func namesSetting(s string) bool {
	words := wordsOf(s)
	settings := 0
	for _, w := range words {
		if setting[w] {
			settings++
		}
	}
	return settings == len(words) && len(words) > 0
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// saysFillIn reports whether a word of s says that something is to be put there.
func saysFillIn(s string) bool {
	for _, w := range wordsOf(s) {
		if fillIn[w] || strings.HasPrefix(w, "your") || strings.HasPrefix(w, "changeme") || strings.Trim(w, "x") == "" {
			return true
		}
	}
	return false
}

var fillIn = wordSet("yours change replace replaceme placeholder todo fixme tbd example sample dummy fake insert enter put redacted masked none null nil unset undefined fill")

// setting holds the words that names of settings and stand-ins are made of.
var setting = wordSet("customerio customer io cio site siteid id track tracking app api apikey key keys write writekey webhook webhooks signing secret token test testing mock stub local dev default value here my the a prod production staging")

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
