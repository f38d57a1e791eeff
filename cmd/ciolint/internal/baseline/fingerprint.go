package baseline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/source"
)

// Scheme names how fingerprints are made. Another way to make them gets
// another name, so that a file or a dashboard with old ones is not
// misunderstood.
const Scheme = "ciolint/v1"

// An identity is what makes a finding the same problem after the code around
// it has changed. It has neither line nor file, so that code may move, within
// a file and from file to file of a package. It has what the finding says
// without the advice: another key, another source, another credential is
// another problem. It has none of the source line: renaming a variable or
// breaking a line is no new problem, and a value in the source must not end up
// in a digest that can be guessed.
type identity struct {
	Rule, Package, Function, Message string
}

func identityOf(f finding.Finding, src *source.Files) identity {
	return identity{f.Rule, f.Package, src.Decl(f.Pos.Filename, f.Pos.Line, f.Pos.Column), f.Message}
}

// fingerprint is a digest of id, 32 hexadecimal digits.
func (id identity) fingerprint() string {
	id.Message = problem(id.Message)
	// JSON separates the parts, so that no two identities are written alike. It
	// cannot fail for strings.
	text, _ := json.Marshal([]string{Scheme, id.Rule, id.Package, id.Function, id.Message})
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:16])
}

// problem is the part of a message that says what is wrong: up to the first
// semicolon outside of quotes, behind which stands what to do.
func problem(message string) string {
	quoted := false
	for i := 0; i < len(message); i++ {
		switch c := message[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case c == ';' && !quoted:
			message = message[:i]
		}
	}
	return strings.Join(strings.Fields(message), " ")
}

// Fingerprint returns the fingerprint of a finding. Two findings of the same
// problem in one function have the same.
func Fingerprint(f finding.Finding, src *source.Files) string {
	return identityOf(f, src).fingerprint()
}

// Fingerprints returns the fingerprints of findings, each with a colon and
// the number of its occurrence: all are different.
func Fingerprints(fs []finding.Finding, src *source.Files) []string {
	seen := map[string]int{}
	var out []string
	for _, f := range fs {
		print := Fingerprint(f, src)
		seen[print]++
		out = append(out, fmt.Sprintf("%s:%d", print, seen[print]))
	}
	return out
}
