//go:build !never

/*
Package syntax, with a constraint, a block comment and no imports.
*/
package syntax // of hard cases

// first has this comment.
var first = identifyAll(map[string]any{"ssn": name()}) // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`

func identifyAll(ms ...map[string]any) error {
	for _, m := range ms {
		initial.Identify("u1", m) // want `payload of \(\*customerio\.CustomerIO\)\.Identify skips the sanitizer`
	}
	return nil
}
