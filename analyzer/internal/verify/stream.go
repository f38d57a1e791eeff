package verify

import (
	"go/types"
	"slices"
	"strings"
)

func readAll(st *state, r *value) *value {
	t := textValue(st.text(r))
	if t.marks&raw != 0 {
		t = t.as(func(c *value) { c.addr, c.name = "", "body" })
	}
	return t
}

func reader(_ *run, st *state, c *call) *value { return textValue(st.text(c.args[0])) }

func buffer(x *run, st *state, c *call) *value {
	o := x.newObject()
	st.mem[content(o)] = textValue(st.text(c.args[0]))
	return &value{addr: o, name: o, null: notNil}
}

func copies(x *run, st *state, c *call) *value {
	x.write(st, c, c.args[0], st.text(c.args[1]))
	return x.noError(c)
}

func (x *run) fprint(st *state, c *call, ps []part) *value {
	x.write(st, c, c.args[0], ps)
	return x.noError(c)
}

// noError: writing to a buffer or a hash does not fail, and what happens if
// another write fails is of no interest.
func (x *run) noError(c *call) *value {
	tuple, ok := c.res.(*types.Tuple)
	if !ok {
		return x.typed(&value{name: x.freshName("n")}, c.res)
	}
	out := &value{}
	for i := range tuple.Len() {
		if isError(tuple.At(i).Type()) {
			out.elems = append(out.elems, nilValue)
		} else {
			out.elems = append(out.elems, &value{name: x.freshName("n")})
		}
	}
	return out
}

// write appends to what was written to a buffer or hash.
func (x *run) write(st *state, c *call, w *value, ps []part) {
	if len(w.elems) > 0 {
		for _, e := range w.elems {
			x.write(st, c, e, ps)
		}
		return
	}
	w = st.writer(w)
	if isOutside(w) {
		if st.gather(textValue(ps), map[string]bool{}).marks&body != 0 {
			x.act(st, c.in, w.name, logs)
		}
		return
	}
	if w.addr == "" {
		return
	}
	st.writes++
	before := st.mem[content(w.addr)]
	switch {
	case before != nil:
		ps = append(slices.Clip(st.text(before)), ps...)
	case !isLocal(w.addr):
		ps = append([]part{{v: &value{marks: unknown, name: w.addr}}}, ps...)
	}
	st.mem[content(w.addr)] = textValue(ps)
}

// isOutside: a file or the terminal.
func isOutside(w *value) bool {
	return w.dyn != nil && types.TypeString(w.dyn, nil) == "*os.File" || strings.HasPrefix(w.name, "global:os.Std")
}

// writer is the buffer or hash that is written to, through an embedded field.
func (st *state) writer(w *value) *value {
	if st.mem[content(w.addr)] != nil || w.addr == "" {
		return w
	}
	var found []string
	for k, v := range st.mem {
		if strings.HasPrefix(k, w.addr+".") && v.addr != "" && st.mem[content(v.addr)] != nil {
			found = append(found, k)
		}
	}
	if len(found) == 1 {
		return st.mem[found[0]]
	}
	return w
}
