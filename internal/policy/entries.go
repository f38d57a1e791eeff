package policy

import (
	"fmt"
	"slices"
)

// An entry is a name that a policy speaks of, and where it does.
type entry struct {
	Name
	kind kind
	at   place
}

// kind is what a name must name.
type kind string

const (
	function kind = "function"
	aField   kind = "field"
	variable kind = "variable"
	aType    kind = "type"
)

var kinds = []kind{function, aField, variable, aType}

// String returns the name as the policy writes it.
func (e entry) String() string { return e.write(e.kind == function) }

// A sinkEntry is a function of the user's that sends data to Customer.io.
type sinkEntry struct {
	entry
	args []argument
}

// argument is the role of one argument.
type argument struct {
	index int
	role  string
	at    place
}

// A sourceEntry is where data of a class comes from.
type sourceEntry struct {
	entry
	class decision
}

func (k kind) parse(s string) (Name, error) {
	switch k {
	case function:
		return parseFunc(s)
	case aField:
		return parseField(s)
	}
	return parseObject(s)
}

// entry reads a name of the given kind.
func (d *decoder) entry(n node, k kind) (entry, bool) {
	s, ok := d.text(n)
	if !ok {
		return entry{}, false
	}
	name, err := k.parse(s)
	if err != nil {
		d.fail(n, "%v", err)
		return entry{}, false
	}
	e := entry{name, k, n.place()}
	if other, ok := d.mentioned(e); ok {
		where := ""
		if d.file != "" {
			where = fmt.Sprintf(" in line %d", other.at.line)
		}
		d.fail(n, "%s is already named%s; a %s is one thing, remove one", s, where, k)
		return entry{}, false
	}
	return e, true
}

// mentioned returns an earlier entry with the same name.
func (d *decoder) mentioned(e entry) (entry, bool) {
	e.Ptr = false
	for _, o := range d.p.entries() {
		n := o.Name
		if n.Ptr = false; n == e.Name && o.kind == e.kind {
			return o, true
		}
	}
	return entry{}, false
}

// entries returns every name of the policy.
func (p *Policy) entries() []entry {
	out := slices.Clone(p.sanitizers)
	for _, s := range p.sinks {
		out = append(out, s.entry)
	}
	for _, s := range p.sources {
		out = append(out, s.entry)
	}
	return out
}

func (d *decoder) sanitizer(n node) {
	if e, ok := d.entry(n, function); ok {
		d.p.sanitizers = append(d.p.sanitizers, e)
	}
}

func (d *decoder) sink(n node) {
	var s sinkEntry
	before := len(d.found)
	d.mapping(n, []field{
		{string(function), func(n node) { s.entry, _ = d.entry(n, function) }},
		{"arguments", func(n node) { s.args = d.arguments(n) }},
	})
	switch {
	case len(d.found) > before:
	case s.Name == Name{}:
		d.fail(n, "the sink lacks its function")
	case s.args == nil:
		d.fail(n, "the sink lacks its arguments, as arguments: {1: attributes}")
	default:
		d.p.sinks = append(d.p.sinks, s)
	}
}

func (d *decoder) arguments(n node) []argument {
	var out []argument
	d.entries(n, "argument indexes and roles, as 1: attributes", func(key, value node) {
		i, ok := d.argument(key)
		role, isText := d.text(value)
		if !ok || !isText {
			return
		}
		if !slices.Contains(Roles(), role) {
			d.fail(value, "unknown role %q; the roles are %s", role, names(Roles()))
			return
		}
		out = append(out, argument{i, role, key.place()})
	})
	return out
}

func (d *decoder) source(n node) {
	var s sourceEntry
	before := len(d.found)
	var fields []field
	for _, k := range kinds {
		fields = append(fields, field{string(k), func(v node) {
			if s.kind != "" {
				d.fail(v, "a source is one of function, field, variable or type; make two entries of it")
				return
			}
			s.entry, _ = d.entry(v, k)
		}})
	}
	fields = append(fields, field{"class", func(v node) { s.class = d.class(v) }})
	d.mapping(n, fields)
	switch {
	case len(d.found) > before:
	case s.kind == "":
		d.fail(n, "the source lacks its function, field, variable or type")
	case s.class == undecided:
		d.fail(n, "the source lacks its class: never-send, hash or allow")
	default:
		d.p.sources = append(d.p.sources, s)
	}
}

func (d *decoder) class(n node) decision {
	s, ok := d.text(n)
	if ok && decisions[s] == undecided {
		d.fail(n, "unknown class %q; the classes are never-send, hash or allow", s)
	}
	return decisions[s]
}
