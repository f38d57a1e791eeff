package policy

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/ciolint/ciolint/internal/catalog"
	"github.com/ciolint/ciolint/internal/keyname"
	"github.com/ciolint/ciolint/runtime/pii"
)

// A place is where a policy says something.
type place struct {
	line, col int
	field     string
}

// A node is a YAML node with the way to it.
type node struct {
	*yaml.Node
	field string
}

func (n node) place() place { return place{n.Line, n.Column, n.field} }

// A decoder turns nodes into a policy and collects what is wrong.
type decoder struct {
	file  string
	p     *Policy
	found []*Mistake
}

func (d *decoder) fail(n node, format string, args ...any) {
	d.failAt(n.place(), format, args...)
}

func (d *decoder) failAt(at place, format string, args ...any) {
	d.found = append(d.found, mistakeAt(d.file, at, fmt.Sprintf(format, args...)))
}

func mistakeAt(file string, at place, problem string) *Mistake {
	m := &Mistake{File: file, Problem: problem}
	if file != "" {
		m.Line, m.Col = at.line, at.col
	} else {
		m.Field = at.field
	}
	return m
}

// plain refuses what only YAML has: anchors, aliases and tags of one's own.
func (d *decoder) plain(n *yaml.Node) {
	switch {
	case n.Kind == yaml.AliasNode:
		d.fail(node{Node: n}, "alias *%s; a policy has no aliases, write the value itself", n.Value)
		return
	case n.Anchor != "":
		d.fail(node{Node: n}, "anchor &%s; a policy has no aliases, remove it", n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		d.fail(node{Node: n}, "tag %s; a policy has no tags, remove it", n.Tag)
	}
	for _, c := range n.Content {
		d.plain(c)
	}
}

// policy reads the whole.
func (d *decoder) policy(n node) {
	d.mapping(n, []field{
		{"keys", d.keys},
		{"sanitizers", func(n node) { d.list(n, d.sanitizer) }},
		{"sinks", func(n node) { d.list(n, d.sink) }},
		{"sources", func(n node) { d.list(n, d.source) }},
		{"tags", d.tags},
		{"require-sanitizer", d.require},
		{"tests", func(n node) { d.p.Tests = d.boolean(n) }},
		{"rules", d.ruleTable},
	})
}

// A field of a mapping, and what reads it.
type field struct {
	name string
	read func(node)
}

// mapping reads a mapping with known fields.
func (d *decoder) mapping(n node, fields []field) {
	var known []string
	for _, f := range fields {
		known = append(known, f.name)
	}
	d.entries(n, "the fields "+names(known), func(key, value node) {
		i := slices.Index(known, key.Value)
		if i < 0 {
			d.fail(key, "unknown field %q; the fields are %s", key.Value, names(known))
			return
		}
		fields[i].read(value)
	})
}

// entries calls read for each entry of a mapping.
func (d *decoder) entries(n node, want string, read func(key, value node)) {
	if n.Kind != yaml.MappingNode {
		d.mismatch(n, "a mapping with "+want)
		return
	}
	if len(n.Content) == 0 {
		d.fail(n, "this is empty; remove it, or give %s", want)
	}
	first := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := node{n.Content[i], n.field}
		if key.Kind != yaml.ScalarNode {
			d.mismatch(key, want)
			continue
		}
		if line, ok := first[key.Value]; ok {
			d.fail(key, "%q is already given in line %d; keep one of them", key.Value, line)
			continue
		}
		first[key.Value] = key.Line
		value := node{n.Content[i+1], strings.TrimPrefix(n.field+"."+key.Value, ".")}
		if isNull(value) {
			d.fail(key, "%q is empty; remove it, or give it a value", key.Value)
			continue
		}
		read(key, value)
	}
}

// list reads a list that has entries.
func (d *decoder) list(n node, read func(node)) {
	if n.Kind != yaml.SequenceNode {
		d.mismatch(n, "a list")
		return
	}
	if len(n.Content) == 0 {
		d.fail(n, "the list is empty; remove it, or give it an entry")
	}
	for i, c := range n.Content {
		e := node{c, fmt.Sprintf("%s[%d]", n.field, i)}
		if isNull(e) {
			d.fail(e, "the entry is empty; remove it, or give it a value")
			continue
		}
		read(e)
	}
}

// text returns a text that is not empty.
func (d *decoder) text(n node) (string, bool) {
	switch {
	case n.Kind != yaml.ScalarNode || n.ShortTag() != "!!str":
		d.mismatch(n, "text")
	case strings.TrimSpace(n.Value) == "":
		d.fail(n, "the text is empty; remove the entry, or give it a value")
	case n.Value != strings.TrimSpace(n.Value):
		d.fail(n, "the text begins or ends with white space; remove it")
	default:
		return n.Value, true
	}
	return "", false
}

func (d *decoder) boolean(n node) bool {
	if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!bool" {
		d.mismatch(n, "true or false")
	}
	return strings.EqualFold(n.Value, "true") // True and TRUE are YAML, too
}

func isNull(n node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

// mismatch says what stands here, and what should.
func (d *decoder) mismatch(n node, want string) {
	var got string
	switch n.Kind {
	case yaml.MappingNode:
		got = "a mapping"
	case yaml.SequenceNode:
		got = "a list"
	default:
		got = map[string]string{"!!str": "text", "!!int": "a number", "!!float": "a number", "!!bool": "a truth value", "!!null": "nothing", "!!timestamp": "a date"}[n.ShortTag()]
		if want == "text" {
			want = "text; put it in quotes"
		}
	}
	d.fail(n, "this is %s, want %s", got, want)
}

// keys reads the decisions on keys.
func (d *decoder) keys(n node) {
	first := map[string]stated{}
	var fields []field
	for _, what := range []decision{never, hash, allow} {
		fields = append(fields, field{what.String(), func(n node) {
			d.list(n, func(n node) { d.key(n, what, first) })
		}})
	}
	d.mapping(n, fields)
}

// stated is a decision and where it was made.
type stated struct {
	decision
	at place
}

func (d *decoder) key(n node, what decision, first map[string]stated) {
	s, ok := d.text(n)
	if !ok {
		return
	}
	expr, isPattern := strings.CutPrefix(s, "re:")
	id := s
	if !isPattern {
		id = keyname.Squash(s)
	}
	if f, ok := first[id]; ok {
		d.repeated(n, s, what, f)
		return
	}
	first[id] = stated{what, n.place()}
	if isPattern {
		d.pattern(n, expr, what)
		return
	}
	switch {
	case id == "":
		d.fail(n, "%q has no letter or digit; a key is compared by these", s)
	case what == allow && keyname.IsFrozen(s):
		d.fail(n, "%q cannot be allowed, and the sanitizer would not let it pass; give the datum a key that says what it is", s)
	case what == hash && pii.Classify(s) == pii.NeverSend:
		d.fail(n, "%q is never sent, and its digest can be undone; remove it from hash", s)
	default:
		if d.p.keys.exact == nil {
			d.p.keys.exact = map[string]decision{}
		}
		d.p.keys.exact[id] = what
	}
}

func (d *decoder) repeated(n node, key string, what decision, f stated) {
	where := ""
	if f.at.line > 0 {
		where = fmt.Sprintf(" in line %d", f.at.line)
	}
	if f.decision == what {
		d.fail(n, "%q is already listed%s; upper case and separators do not matter, remove one", key, where)
		return
	}
	d.fail(n, "%q is listed under %s%s, too; a key has one class, remove one", key, f.decision, where)
}

func (d *decoder) pattern(n node, expr string, what decision) {
	re, err := regexp.Compile(expr)
	switch {
	case expr == "":
		d.fail(n, "re: lacks its regular expression, as re:^kyc_")
	case err != nil:
		d.fail(n, "bad regular expression: %v; see go doc regexp/syntax", err)
	case re.MatchString(""):
		d.fail(n, "this regular expression matches the empty text, and so every key unless it is anchored; ask for at least one character")
	default:
		d.p.keys.patterns = append(d.p.keys.patterns, pattern{re, what})
	}
}

func (d *decoder) require(n node) {
	s, ok := d.text(n)
	if !ok {
		return
	}
	if err := d.p.RequireSanitizer.Set(s); err != nil {
		d.fail(n, "%v", err)
	}
}

// ruleTable reads the severities of rules.
func (d *decoder) ruleTable(n node) {
	d.p.severity = map[string]Severity{}
	d.entries(n, "rules, as webhook: off", func(key, value node) {
		if _, ok := catalog.Find(key.Value); !ok {
			d.fail(key, "unknown rule %q; the rules are %s", key.Value, names(catalog.Names()))
			return
		}
		s, ok := severityOf(value)
		if !ok {
			d.fail(value, "want on, off, error, warning or note")
			return
		}
		d.p.severity[key.Value] = s
	})
}

// severityOf reads on and off in every form in which YAML versions and
// settings have them.
func severityOf(n node) (Severity, bool) {
	if n.Kind != yaml.ScalarNode {
		return "", false
	}
	switch s := Severity(n.Value); s {
	case Error, Warning, Note, Off:
		return s, true
	case "on", "true":
		return Error, true
	case "false":
		return Off, true
	}
	return "", false
}

// argument reads the index of an argument.
func (d *decoder) argument(n node) (int, bool) {
	i, err := strconv.Atoi(n.Value)
	if err != nil || i < 0 || strconv.Itoa(i) != n.Value {
		d.fail(n, "%q is no argument; write its index, 0 is the first and the receiver does not count", n.Value)
		return 0, false
	}
	return i, true
}
