package policy

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// maxSize bounds a policy file. Real ones have a few kilobytes; a file
// beyond this is something else.
const maxSize = 1 << 20

// Parse reads a policy in YAML; file is its name in errors. Nothing is
// ignored: whatever the format does not know is an error with its place. The
// error is a [Mistake], or several joined.
//
// A file that says nothing is the default policy. Anchors, aliases, tags and
// further documents are refused: a policy needs none, and they hide things.
func Parse(file string, data []byte) (*Policy, error) {
	p := Default()
	p.file = file
	root, mistake := parseYAML(data)
	if mistake != nil {
		mistake.File = file
		return nil, mistake
	}
	if root == nil {
		return p, nil
	}
	d := &decoder{file: file, p: p}
	d.plain(root)
	if len(d.found) == 0 {
		d.policy(node{Node: root})
	}
	if err := mistakes(d.found); err != nil {
		return nil, err
	}
	return p, nil
}

// parseYAML returns the root of the only document, nil if there is none.
func parseYAML(data []byte) (root *yaml.Node, m *Mistake) {
	if m := unreadable(data); m != nil {
		return nil, m
	}
	defer func() { // a parser of other people's input may have its bugs
		if r := recover(); r != nil {
			root, m = nil, &Mistake{Line: 1, Col: 1, Problem: fmt.Sprintf("the YAML parser failed (%v); write the file in a simpler form", r)}
		}
	}()
	loader, err := yaml.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, syntax(err)
	}
	var doc, next yaml.Node
	switch err := loader.Load(&doc); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, syntax(err)
	}
	switch err := loader.Load(&next); {
	case err == nil:
		return nil, &Mistake{Line: max(next.Line, 1), Col: max(next.Column, 1), Problem: "a second YAML document begins here; a policy is one document, remove the --- before it"}
	case !errors.Is(err, io.EOF):
		return nil, syntax(err)
	}
	if len(doc.Content) == 0 || doc.Content[0].ShortTag() == "!!null" && doc.Content[0].Value == "" {
		return nil, nil
	}
	return doc.Content[0], nil
}

// unreadable finds what is no text before the parser sees it.
func unreadable(data []byte) *Mistake {
	if len(data) > maxSize {
		return &Mistake{Line: 1, Col: 1, Problem: fmt.Sprintf("the file is larger than %d KiB; a policy is a few lines of YAML, is this the right file?", maxSize>>10)}
	}
	line, col := 1, 1
	for rest := data; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		rest = rest[n:]
		switch {
		case r == utf8.RuneError && n == 1:
			return &Mistake{Line: line, Col: col, Problem: "this is no UTF-8 text; save the file as UTF-8"}
		case r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0x7f:
			return &Mistake{Line: line, Col: col, Problem: fmt.Sprintf("control character %U; remove it", r)}
		case r == '\n':
			line, col = line+1, 1
		default:
			col++
		}
	}
	return nil
}

// syntax says where the YAML is broken.
func syntax(err error) *Mistake {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		return &Mistake{Line: 1, Col: 1, Problem: fmt.Sprintf("no YAML: %v", err)}
	}
	m := &Mistake{Line: max(load.Mark.Line, 1), Col: max(load.Mark.Column, 1), Problem: "no YAML: " + load.Message}
	switch {
	case strings.Contains(load.Message, "cannot start any token"):
		m.Problem += "; indent by spaces, not by tabs, and quote text that begins with a special character"
	case load.ContextMsg != "":
		m.Problem += " " + load.ContextMsg
		if at := load.ContextMark; at.Line > 0 && at.Line != m.Line {
			m.Problem += fmt.Sprintf(" that begins in line %d", at.Line)
		}
	}
	return m
}

// FromSettings reads a policy from the settings of a driver, which have the
// fields of the file. Their order is lost, and keys may have lost their case:
// no field and no role has upper case.
func FromSettings(settings map[string]any) (*Policy, error) {
	p := Default()
	var root yaml.Node
	if err := encode(&root, settings); err != nil {
		return nil, &Mistake{Problem: fmt.Sprintf("the settings are no plain data: %v", err)}
	}
	if len(settings) == 0 {
		return p, nil
	}
	d := &decoder{p: p}
	d.policy(node{Node: &root})
	if err := mistakes(d.found); err != nil {
		return nil, err
	}
	return p, nil
}

func encode(n *yaml.Node, v any) (err error) {
	defer func() { // a channel, a function: no decoder of settings makes these
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return n.Encode(v)
}
