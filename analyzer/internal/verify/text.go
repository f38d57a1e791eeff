package verify

import (
	"fmt"

	"go/constant"
	"regexp"
	"sort"
	"strings"
)

// text is the text of a value in parts.
func (st *state) text(v *value) []part {
	switch {
	case v == nil:
		return nil
	case v.k != nil:
		if s, ok := v.string(); ok {
			return literal(s)
		}
		return literal(v.k.ExactString())
	case v.null == isNil:
		return nil
	case v.sum != nil, v.marks&(raw|signature) != 0 && v.marks&unknown == 0 && !v.known:
		return []part{{v: v}}
	case v.known:
		return v.parts
	}
	if v.addr != "" {
		if c := st.mem[content(v.addr)]; c != nil {
			return st.text(c)
		}
		if c := st.mem[v.addr]; c != nil && c != v {
			return st.text(c)
		}
		if ps, ok := st.bytesAt(v.addr); ok {
			return ps
		}
	}
	return []part{{v: v}}
}

func literal(s string) []part {
	if s == "" {
		return nil
	}
	return []part{{lit: s}}
}

// bytesAt is the text of an array that was filled element by element.
func (st *state) bytesAt(addr string) ([]part, bool) {
	elems := st.elements(addr)
	if len(elems) == 0 {
		return nil, false
	}
	var out []part
	for _, e := range elems {
		if i, ok := e.int(); ok {
			out = append(out, part{lit: string(rune(i))})
		} else {
			out = append(out, st.text(e)...)
		}
	}
	return merge(out), true
}

// elements are what was put into an array, by index; nil if that is not known.
func (st *state) elements(addr string) []*value {
	type elem struct {
		i int
		v *value
	}
	var found []elem
	for k, v := range st.mem {
		rest, ok := strings.CutPrefix(k, addr+"[")
		if !ok {
			continue
		}
		var i int
		if n, err := fmt.Sscanf(rest, "%d]", &i); n != 1 || err != nil || !strings.HasSuffix(rest, fmt.Sprintf("%d]", i)) || strings.Contains(rest, "].") {
			return nil
		}
		found = append(found, elem{i, v})
	}
	sort.Slice(found, func(a, b int) bool { return found[a].i < found[b].i })
	out := make([]*value, len(found))
	for n, e := range found {
		if e.i != n {
			return nil
		}
		out[n] = e.v
	}
	return out
}

// merge joins neighbouring literals.
func merge(ps []part) []part {
	var out []part
	for _, p := range ps {
		if n := len(out); n > 0 && p.v == nil && out[n-1].v == nil {
			out[n-1].lit += p.lit
			continue
		}
		out = append(out, p)
	}
	return out
}

// textValue is a value of the given parts.
func textValue(ps []part) *value {
	ps = merge(ps)
	if len(ps) == 0 {
		return textOf("")
	}
	if len(ps) == 1 && ps[0].v == nil {
		return constOf(constant.MakeString(ps[0].lit))
	}
	if len(ps) == 1 {
		return ps[0].v
	}
	v := &value{parts: ps, known: true}
	for _, p := range ps {
		if p.v == nil {
			v.name += p.lit
			continue
		}
		v.marks |= p.v.marks &^ raw
		v.event = v.event || p.v.event
		v.name += "{" + p.v.name + "}"
		if v.sum == nil {
			v.sum = p.v.sum
		}
	}
	if v.sum != nil { // a prefixed signature
		v.known = false
	}
	return v
}

// marksOf is everything that went into a value, also through what it refers
// to.
func (st *state) marksOf(v *value) mark { return st.gather(v, map[string]bool{}).marks }

// gather is what a value holds in all its parts.
func (st *state) gather(v *value, seen map[string]bool) *value {
	out := &value{}
	if v == nil {
		return out
	}
	add := func(w *value) {
		out.marks |= w.marks
		out.event = out.event || w.event
		if out.sum == nil {
			out.sum = w.sum
		}
	}
	add(v)
	for _, f := range v.fields {
		add(st.gather(f, seen))
	}
	for _, b := range v.binds {
		add(st.gather(b, seen))
	}
	if v.addr == "" || seen[v.addr] {
		return out
	}
	seen[v.addr] = true
	for k, w := range st.mem {
		if rest, ok := strings.CutPrefix(k, v.addr); ok && (rest == "" || strings.ContainsRune(".[#!", rune(rest[0]))) && !isRequestPlace(k) {
			add(st.gather(w, seen))
		}
	}
	return out
}

// isRequestPlace: that a request holds the body does not mean that whoever
// gets the request acts on it.
func isRequestPlace(addr string) bool { return strings.HasPrefix(addr, requestName) }

const requestName = "request"

// message says what is wrong with what a MAC was made of, "" if nothing is
// that could be seen.
func message(ps []part) Kind {

	var all mark
	ps = merge(ps)
	for _, p := range ps {
		if p.v != nil {
			all |= p.v.marks
			if p.v.sum != nil {
				all |= unknown
			}
			if p.v.marks&(timestamp|raw|clock|rewritten) == 0 {
				all |= unknown
			}
		}
	}
	switch {
	case all&rewritten != 0:
		return Rewritten
	case len(ps) == 4 && ps[0].lit == "v0:" && isParsed(ps[1]):
		return Message // the event's own time, which is another
	case all&unknown != 0:
		return ""
	case len(ps) == 4 && ps[0].lit == "v0:" && isTimestamp(ps[1]) && ps[2].lit == ":" && isRawBody(ps[3]):
		return ""
	case len(ps) == 2 && madeUpTime.MatchString(ps[0].lit) && isRawBody(ps[1]):
		return "" // refuses whatever Customer.io sends
	}
	return Message
}

// madeUpTime matches the start of a message with a constant timestamp.
var madeUpTime = regexp.MustCompile(`^v0:[^:]+:$`)

func isTimestamp(p part) bool { return p.v != nil && p.v.marks&timestamp != 0 && p.v.marks&clock == 0 }

// isParsed: taken out of the body.
func isParsed(p part) bool {
	return p.v != nil && p.v.marks&body != 0 && p.v.marks&(raw|timestamp|unknown) == 0
}

func isRawBody(p part) bool { return p.v != nil && p.v.marks&raw != 0 }

// list are the elements of a list, one unknown if they are not known.
func (st *state) list(v *value) []*value {
	if v.null == isNil {
		return nil
	}
	if v.addr != "" {
		if es := st.elements(v.addr); es != nil {
			return es
		}
	}
	return []*value{v.with(unknown)}
}

func concat(st *state, vs []*value, sep []part) []part {
	var out []part
	for i, v := range vs {
		if i > 0 {
			out = append(out, sep...)
		}
		out = append(out, st.text(v)...)
	}
	return out
}

func joined(st *state, c *call) *value {
	return textValue(concat(st, st.list(c.args[0]), st.text(c.args[1])))
}

// format is the text that a format makes of its arguments. What a verb other
// than the plain ones makes is not known.
func format(st *state, f *value, args []*value) []part {
	s, ok := f.string()
	if !ok {
		return concat(st, append([]*value{f.with(unknown)}, args...), nil)
	}
	var out []part
	for s != "" {
		i := strings.IndexByte(s, '%')
		if i < 0 {
			return append(out, literal(s)...)
		}
		out = append(out, literal(s[:i])...)
		j := i + 1
		for j < len(s) && strings.IndexByte("+-# 0123456789.[]", s[j]) >= 0 {
			j++
		}
		if j == len(s) {
			return out
		}
		verb := s[j]
		s = s[j+1:]
		switch {
		case verb == '%':
			out = append(out, part{lit: "%"})
		case len(args) == 0:
			return append(out, part{v: &value{marks: unknown}})
		default:
			ps := st.text(args[0])
			args = args[1:]
			if strings.IndexByte("svdxXc", verb) < 0 || j > i+1 {
				ps = []part{{v: join(nil, "formatted", textValue(ps)).with(unknown)}}
			}
			out = append(out, ps...)
		}
	}
	return out
}
