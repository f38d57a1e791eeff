package symexec

import (
	"strings"
)

// Text is the text of a value as of now, in parts.
func (st *State) Text(v *Value) []Part {
	switch {
	case v == nil:
		return nil
	case v.Const != nil:
		if s, ok := v.AsText(); ok {
			return literal(s)
		}
		return literal(v.Const.ExactString())
	case v.Null == IsNil:
		return nil
	case st.isOnePiece(v):
		return []Part{{V: v}}
	case v.Known:
		return v.Parts
	}
	if v.Addr != "" {
		if c := st.memory[BytesAt(v.Addr)]; c != nil {
			return st.Text(c)
		}
		if c := st.memory[v.Addr]; c != nil && c != v {
			return st.Text(c)
		}
		if ps, ok := st.elementText(v.Addr); ok {
			return ps
		}
	}
	return []Part{{V: v}}
}

// isOnePiece reports whether the text of a value is not taken apart: it is
// what was read, or the user of the engine says so.
func (st *State) isOnePiece(v *Value) bool {
	if v.Marks&(Exact|Unknown) == Exact && !v.Known {
		return true
	}
	h := st.run.hooks.OnePiece
	return h != nil && h(v)
}

func literal(s string) []Part {
	if s == "" {
		return nil
	}
	return []Part{{Lit: s}}
}

// elementText is the text of an array that was filled element by element.
func (st *State) elementText(addr string) ([]Part, bool) {
	elems := st.Elements(addr)
	if len(elems) == 0 {
		return nil, false
	}
	var out []Part
	for _, e := range elems {
		if i, ok := e.AsInt(); ok {
			out = append(out, Part{Lit: string(rune(i))})
		} else {
			out = append(out, st.Text(e)...)
		}
	}
	return Merge(out), true
}

// Snapshot is the text that bytes are now, under the name of the bytes: what
// is written to them later does not count.
func (st *State) Snapshot(v *Value) *Value {
	ps := st.Text(v)
	if len(ps) == 1 && ps[0].V == v {
		return v
	}
	t := FromParts(ps)
	if t.Name == "" && t.Const == nil {
		t = t.Changed(func(c *Value) { c.Name = v.Name })
	}
	return t
}

// Merge joins neighbouring literals.
func Merge(ps []Part) []Part {
	var out []Part
	for _, p := range ps {
		if n := len(out); n > 0 && p.V == nil && out[n-1].V == nil {
			out[n-1].Lit += p.Lit
			continue
		}
		out = append(out, p)
	}
	return out
}

// FromParts is the text that parts make.
func FromParts(ps []Part) *Value {
	ps = Merge(ps)
	switch {
	case len(ps) == 0:
		return Text("")
	case len(ps) == 1 && ps[0].V == nil:
		return Text(ps[0].Lit)
	case len(ps) == 1:
		return ps[0].V
	}
	v := &Value{Parts: ps, Known: true}
	for _, p := range ps {
		if p.V == nil {
			v.Name += p.Lit
			continue
		}
		v.Marks |= p.V.Marks &^ Exact
		v.Name += "{" + p.V.Name + "}"
		v.Note = mixNotes(v.Note, p.V.Note)
	}
	v.Known = v.Note == nil
	return v
}

// Concat is the text of values one after the other, with sep in between.
func (st *State) Concat(vs []*Value, sep []Part) []Part {
	var out []Part
	for i, v := range vs {
		if i > 0 {
			out = append(out, sep...)
		}
		out = append(out, st.Text(v)...)
	}
	return out
}

// format is the text that a format of package fmt makes of its arguments. What
// a verb other than the plain ones makes is not known.
func format(st *State, f *Value, args []*Value) []Part {
	s, ok := f.AsText()
	if !ok {
		return st.Concat(append([]*Value{f.With(Unknown)}, args...), nil)
	}
	var out []Part
	for s != "" {
		lit, rest, found := strings.Cut(s, "%")
		out = append(out, literal(lit)...)
		if !found {
			return out
		}
		verb, plain, rest := cutVerb(rest)
		s = rest
		switch {
		case verb == 0:
			return out
		case verb == '%':
			out = append(out, Part{Lit: "%"})
		case len(args) == 0:
			return append(out, Part{V: &Value{Marks: Unknown}})
		default:
			ps := st.Text(args[0])
			args = args[1:]
			if !plain {
				ps = []Part{{V: Join(nil, "formatted", FromParts(ps)).With(Unknown)}}
			}
			out = append(out, ps...)
		}
	}
	return out
}

// cutVerb reads the verb at the start of what follows a percent sign; 0 if
// there is none. It is plain if it writes the text as it is.
func cutVerb(s string) (verb byte, plain bool, rest string) {
	i := 0
	for i < len(s) && strings.IndexByte("+-# 0123456789.[]", s[i]) >= 0 {
		i++
	}
	if i == len(s) {
		return 0, false, ""
	}
	return s[i], i == 0 && strings.IndexByte("svdxXc", s[i]) >= 0, s[i+1:]
}
