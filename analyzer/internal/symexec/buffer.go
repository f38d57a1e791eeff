package symexec

import (
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// write appends text to what was written to a buffer or writer.
func write(st *State, c *Call, w *Value, ps []Part) {
	if len(w.Elems) > 0 { // an io.MultiWriter
		for _, e := range w.Elems {
			write(st, c, e, ps)
		}
		return
	}
	w = st.writer(w)
	if h := st.run.hooks.Writes; h != nil && h(st, c, w, ps) || w.Addr == "" {
		return
	}
	st.writes++
	before := st.memory[BytesAt(w.Addr)]
	switch {
	case before != nil:
		ps = append(slices.Clip(st.Text(before)), ps...)
	case !w.IsLocal():
		ps = append([]Part{{V: &Value{Marks: Unknown, Name: w.Addr}}}, ps...)
	}
	st.memory[BytesAt(w.Addr)] = FromParts(ps)
}

// writer is the buffer or writer that is written to, through an embedded
// field.
func (st *State) writer(w *Value) *Value {
	if w.Addr == "" || st.memory[BytesAt(w.Addr)] != nil {
		return w
	}
	var found *Value
	for k, v := range st.memory {
		if strings.HasPrefix(k, w.Addr+".") && v.Addr != "" && st.memory[BytesAt(v.Addr)] != nil {
			if found != nil {
				return w // more than one
			}
			found = v
		}
	}
	if found == nil {
		return w
	}
	return found
}

// Writer is the buffer or writer that a method is called of, through an
// embedded field.
func Writer(st *State, c *Call) *Value { return st.writer(c.Recv) }

// BufferMethod executes a method of a buffer or writer that keeps what is
// written to it; nil if it is none.
func BufferMethod(st *State, c *Call) *Value {
	if c.Recv == nil {
		return nil
	}
	r := st.writer(c.Recv)
	buffered := st.memory[BytesAt(r.Addr)] != nil || isBuffer(c)
	absorbs := buffered
	if h := st.run.hooks.Absorbs; h != nil && h(c) {
		absorbs = true
	}
	switch {
	case len(c.Recv.Elems) > 0 && c.Name == "Write": // an io.MultiWriter
		write(st, c, c.Recv, st.Text(c.Args[0]))
		return NoError(st, c)
	case absorbs && c.Name == "Reset" && len(c.Args) == 0:
		st.memory[BytesAt(r.Addr)] = Text("")
		return &Value{}
	case absorbs && strings.HasPrefix(c.Name, "Write") && len(c.Args) == 1:
		ps := st.Text(c.Args[0])
		if i, ok := c.Args[0].AsInt(); ok { // WriteByte, WriteRune
			ps = literal(string(rune(i)))
		}
		write(st, c, c.Recv, ps)
		return NoError(st, c)
	case buffered && c.Name == "ReadFrom":
		write(st, c, c.Recv, st.Text(c.Args[0]))
		return NoError(st, c)
	case buffered && (c.Name == "String" || c.Name == "Bytes") && len(c.Args) == 0:
		return FromParts(st.Text(r))
	}
	return nil
}

func isBuffer(c *Call) bool {
	switch ssautil.QualifiedTypeName(c.ReceiverType()) {
	case "bytes.Buffer", "strings.Builder":
		return true
	}
	return false
}
