package symexec

import "slices"

// A Model computes the result of a call of a function that has no body here.
// The receiver is no argument.
type Model func(*State, *Call) *Value

// Standard executes a call of a function of the standard library that moves
// text about, and reports whether it did.
func Standard(st *State, c *Call, k Continuation) bool {
	full := c.FullName()
	if m := standard[full]; m != nil {
		k(st, m(st, c))
		return true
	}
	if i, ok := changing[full]; ok {
		k(st, changed(st, c, i))
		return true
	}
	return false
}

// standard lists the functions whose result is more than what went in.
var standard = map[string]Model{
	"io.NopCloser":        FirstArgument,
	"io/ioutil.NopCloser": FirstArgument,
	"io.LimitReader":      FirstArgument,
	"bufio.NewReader":     FirstArgument,
	"bufio.NewReaderSize": FirstArgument,
	"bufio.NewWriter":     FirstArgument,
	"bufio.NewWriterSize": FirstArgument,
	"bufio.NewScanner":    FirstArgument,
	"bytes.Clone":         FirstArgument,
	"strings.Clone":       FirstArgument,
	"slices.Clone":        FirstArgument,

	// func TeeReader(r Reader, w Writer) Reader
	"io.TeeReader": func(st *State, c *Call) *Value {
		write(st, c, c.Args[1], st.Text(c.Args[0]))
		return c.Args[0]
	},
	"io.MultiReader": concatenated,
	"io.MultiWriter": func(st *State, c *Call) *Value { return &Value{Elems: st.List(c.Args[0]), Null: NotNil} },
	// func Copy(dst Writer, src Reader) (written int64, err error)
	"io.Copy":       copied,
	"io.CopyN":      copied,
	"io.CopyBuffer": copied,
	// func WriteString(w Writer, s string) (n int, err error)
	"io.WriteString": func(st *State, c *Call) *Value { return Written(st, c, c.Args[0], st.Text(c.Args[1])) },

	"bytes.NewReader":       func(st *State, c *Call) *Value { return FromParts(st.Text(c.Args[0])) },
	"strings.NewReader":     func(st *State, c *Call) *Value { return FromParts(st.Text(c.Args[0])) },
	"bytes.NewBuffer":       newBuffer,
	"bytes.NewBufferString": newBuffer,
	"bytes.Join":            joined,
	"strings.Join":          joined,
	"slices.Concat":         concatenated,

	// func Sprintf(format string, a ...any) string
	"fmt.Sprintf": func(st *State, c *Call) *Value {
		return FromParts(format(st, c.Args[0], st.List(c.Args[1])))
	},
	"fmt.Sprint": concatenated,
	// func Appendf(b []byte, format string, a ...any) []byte
	"fmt.Appendf": func(st *State, c *Call) *Value {
		return FromParts(append(slices.Clip(st.Text(c.Args[0])), format(st, c.Args[1], st.List(c.Args[2]))...))
	},
	"fmt.Append": func(st *State, c *Call) *Value {
		return FromParts(append(slices.Clip(st.Text(c.Args[0])), st.Concat(st.List(c.Args[1]), nil)...))
	},
	// func Fprintf(w io.Writer, format string, a ...any) (n int, err error)
	"fmt.Fprintf": func(st *State, c *Call) *Value {
		return Written(st, c, c.Args[0], format(st, c.Args[1], st.List(c.Args[2])))
	},
	"fmt.Fprint": func(st *State, c *Call) *Value {
		return Written(st, c, c.Args[0], st.Concat(st.List(c.Args[1]), nil))
	},

	"errors.New":  newError,
	"fmt.Errorf":  newError,
	"errors.Join": func(st *State, c *Call) *Value { return joinErrors(st, st.List(c.Args[0])) },
	"errors.Is":   isError,
	"errors.As":   isError,
}

// changing lists functions whose result says the same as their argument in
// another form, with the argument's index.
var changing = map[string]int{
	"encoding/hex.EncodeToString": 0, "encoding/hex.DecodeString": 0, "(*encoding/base64.Encoding).EncodeToString": 0,
	"(*encoding/base64.Encoding).DecodeString": 0, "strings.ToLower": 0, "strings.ToUpper": 0, "strings.TrimSpace": 0,
	"strings.TrimPrefix": 0, "strings.TrimSuffix": 0, "strings.Trim": 0, "bytes.TrimSpace": 0, "bytes.ToLower": 0,
	"bytes.TrimPrefix": 0, "strings.TrimLeft": 0, "strings.TrimRight": 0,
}

// changed is a text in another form; it is not exact any more.
func changed(st *State, c *Call, i int) *Value {
	return ResultsWith(st, c, st.Snapshot(c.Args[i]).Changed(func(v *Value) {
		if v.Marks&Exact != 0 {
			v.Marks = v.Marks&^Exact | Unknown
		}
	}))
}

// FirstArgument is the model of functions that return their first argument, or
// what stands for it.
func FirstArgument(_ *State, c *Call) *Value { return c.Args[0] }

// Written is the result of a call that writes text to a writer.
func Written(st *State, c *Call, w *Value, ps []Part) *Value {
	write(st, c, w, ps)
	return NoError(st, c)
}

func copied(st *State, c *Call) *Value { return Written(st, c, c.Args[0], st.Text(c.Args[1])) }

func concatenated(st *State, c *Call) *Value {
	return FromParts(st.Concat(st.List(c.Args[0]), nil))
}

func joined(st *State, c *Call) *Value {
	return FromParts(st.Concat(st.List(c.Args[0]), st.Text(c.Args[1])))
}

func newBuffer(st *State, c *Call) *Value {
	o := st.NewObject()
	st.memory[BytesAt(o)] = FromParts(st.Text(c.Args[0]))
	return &Value{Addr: o, Name: o, Null: NotNil}
}

func newError(st *State, _ *Call) *Value { return &Value{Name: st.Fresh("error"), Null: NotNil} }

func joinErrors(st *State, errs []*Value) *Value {
	all := true
	for _, e := range errs {
		if e.Null == NotNil {
			return e
		}
		all = all && e.Null == IsNil
	}
	if all {
		return Nil
	}
	return &Value{Name: st.Fresh("error")}
}

func isError(st *State, c *Call) *Value {
	if c.Args[0].Null == IsNil {
		return Bool(false)
	}
	return Answer(st.Fresh("is"), false)
}
