// Package explain renders the catalogue of rules as text for a terminal: one
// rule for "ciolint explain RULE", the list for "ciolint explain" and the end
// of "ciolint help".
package explain

import (
	"fmt"
	"io"
	"strings"

	"github.com/ciolint/ciolint/internal/catalog"
)

// columns is where text is broken; code stays as it is.
const columns = 80

// Rule writes all that the catalogue says of the rule of that name. The error
// for an unknown name lists the known ones, the likely one first.
func Rule(w io.Writer, rules []catalog.Rule, name string) error {
	for _, r := range rules {
		if r.Name == name {
			_, err := io.WriteString(w, page(r))
			return err
		}
	}
	return unknown(rules, name)
}

func page(r catalog.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", fill("", r.Name+": "+r.Title))
	fmt.Fprintf(&b, "%s\n\n", fill("", r.Why))
	fmt.Fprintf(&b, "Reported:\n\n%s\n\nFine:\n\n%s\n\n", code(r.Bad), code(r.Good))
	fmt.Fprintf(&b, "What to do:\n\n%s\n\n", fill("    ", r.Fix))
	b.WriteString("If a finding is wrong, say why, on its line or the line above:\n\n")
	fmt.Fprintf(&b, "    //ciolint:ignore %s the reason\n", r.Name)
	return b.String()
}

// List writes the name and the title of every rule.
func List(w io.Writer, rules []catalog.Rule) error {
	width := 0
	for _, r := range rules {
		width = max(width, len(r.Name))
	}
	var b strings.Builder
	for _, r := range rules {
		indent := strings.Repeat(" ", 2+width+2)
		text := fill(indent, r.Title)
		fmt.Fprintf(&b, "  %-*s  %s\n", width, r.Name, strings.TrimPrefix(text, indent))
	}
	b.WriteString("\nciolint explain RULE says why a rule is there, with examples, and what to do.\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// Help writes the answer to "ciolint help": what ciolint is, how it is used,
// as the driver knows it, and the rules.
func Help(w io.Writer, usage string, rules []catalog.Rule) error {
	_, err := fmt.Fprintf(w, "ciolint finds personal data and credentials on their way to Customer.io.\n\n%s\n\nRules:\n\n", strings.TrimSpace(usage))
	if err != nil {
		return err
	}
	return List(w, rules)
}

// fill breaks text into indented lines. A word that is longer than a line
// stays in one piece.
func fill(indent, text string) string {
	var lines []string
	line := indent
	for _, word := range strings.Fields(text) {
		if line != indent && len(line)+1+len(word) > columns {
			lines = append(lines, line)
			line = indent
		}
		if line != indent {
			line += " "
		}
		line += word
	}
	return strings.Join(append(lines, line), "\n")
}

func code(text string) string {
	return "    " + strings.ReplaceAll(text, "\n", "\n    ")
}
