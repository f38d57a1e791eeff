package symexec

import (
	"fmt"
	"strconv"
	"strings"
)

// String prints what is known of a value on one line: constants as in Go, text
// as its parts joined by +, tuples and structs in their brackets, an unknown
// value by its name. What follows a question mark is the test that a truth
// value answers; ! says that a value is not nil, ~ that it was not followed.
func (v *Value) String() string {
	if v == nil {
		return "nothing"
	}
	switch {
	case v.Const != nil:
		return v.Const.ExactString()
	case v.Null == IsNil:
		return "nil"
	case v.Known:
		return joinParts(v.Parts)
	case v.Elems != nil:
		return "(" + joinValues(v.Elems) + ")"
	case v.About != nil:
		return v.About.String()
	case v.Fn != nil:
		return "func " + v.Fn.Name()
	case v.Fields != nil:
		return "{" + joinFields(v.Fields) + "}"
	}
	s := v.Name
	if v.LenOf != nil {
		s = "len(" + v.LenOf.String() + ")"
	}
	if v.Marks&Unknown != 0 {
		s += "~"
	}
	if v.Null == NotNil && v.Dyn == nil { // what is in an interface never is
		s += "!"
	}
	return s
}

// String prints a test: ?key, or !?key for its opposite.
func (t *Test) String() string {
	if t.Negated {
		return "!?" + t.Key
	}
	return "?" + t.Key
}

// String prints a part: a literal is quoted.
func (p Part) String() string {
	if p.V == nil {
		return strconv.Quote(p.Lit)
	}
	return p.V.String()
}

func joinParts(ps []Part) string {
	var out []string
	for _, p := range ps {
		out = append(out, p.String())
	}
	return strings.Join(out, " + ")
}

func joinValues(vs []*Value) string {
	var out []string
	for _, v := range vs {
		out = append(out, v.String())
	}
	return strings.Join(out, ", ")
}

func joinFields(fields map[string]*Value) string {
	var out []string
	for _, k := range sortedKeys(fields) {
		out = append(out, k+": "+fields[k].String())
	}
	return strings.Join(out, ", ")
}

// String prints what a path has decided, sorted: the keys of the tests that
// hold, and those that do not after an exclamation mark.
func (c Choices) String() string {
	var out []string
	for _, k := range sortedKeys(c.Facts) {
		if c.Facts[k] {
			out = append(out, k)
		} else {
			out = append(out, "!"+k)
		}
	}
	return strings.Join(out, " ")
}

// String prints the memory of a path, a place a line, and what it has decided.
func (st *State) String() string {
	var b strings.Builder
	for _, place := range sortedKeys(st.memory) {
		fmt.Fprintf(&b, "%s = %s\n", place, st.memory[place])
	}
	if len(st.Facts) > 0 {
		fmt.Fprintf(&b, "if %s\n", st.Choices)
	}
	return b.String()
}
