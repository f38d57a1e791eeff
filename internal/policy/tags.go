package policy

import (
	"reflect"
	"regexp"

	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/runtime/pii"
)

// A structTag is a struct tag that a policy gives a class: its key, and its
// value, "*" for any.
type structTag struct{ key, value string }

// tagForm is how a tag is written: as in a struct, or with a star for any value.
var tagForm = regexp.MustCompile("^([^\\s\"':`]+):(?:\"([^\"`]+)\"|([^\\s\"`]+))$")

// tags reads the decisions on struct tags.
func (d *decoder) tags(n node) {
	first := map[structTag]decision{}
	var fields []field
	for _, what := range []decision{never, hash, allow} {
		fields = append(fields, field{what.String(), func(n node) {
			d.list(n, func(n node) { d.tag(n, what, first) })
		}})
	}
	d.mapping(n, fields)
	d.p.tags = first
}

func (d *decoder) tag(n node, what decision, first map[structTag]decision) {
	s, ok := d.text(n)
	if !ok {
		return
	}
	m := tagForm.FindStringSubmatch(s)
	if m == nil {
		d.fail(n, "%q is no struct tag; write its key and value, as privacy:personal, or privacy:* for every value", s)
		return
	}
	t := structTag{m[1], m[2] + m[3]}
	switch was, isThere := first[t]; {
	case t.key == "pii":
		d.fail(n, "the tag pii is ciolint's own, its values are %s; write another tag here", keyclass.OwnValues)
	case t.key == "json":
		d.fail(n, "the tag json says how a field is written; list the key under keys")
	case isThere:
		d.fail(n, "%q is already listed under %s; a tag has one class, remove one", s, was)
	default:
		first[t] = what
	}
}

// Mark returns what the tags of a struct field say. The tag pii decides if it
// names a class, then the policy, then what is known of the tags of others.
func (p *Policy) Mark(tag reflect.StructTag) keyclass.Mark {
	m := keyclass.OfTag(tag)
	if len(p.tags) == 0 || m.Allow || m.Class != pii.Keep && !m.Foreign {
		return m
	}
	switch d := p.tagged(tag); {
	case d == allow:
		return keyclass.Mark{}
	case d.class() > m.Class:
		return keyclass.Mark{Class: d.class(), Foreign: true}
	}
	return m
}

// tagged is the strictest decision on the tags of a field.
func (p *Policy) tagged(tag reflect.StructTag) decision {
	d := undecided
	for t, what := range p.tags {
		value, ok := tag.Lookup(t.key)
		if ok && (value == t.value || t.value == "*" && p.tags[structTag{t.key, value}] == undecided) {
			d = max(d, what)
		}
	}
	return d
}
