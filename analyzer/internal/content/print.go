package content

import (
	"fmt"
	"strings"
)

// String prints c on one line, for tests and for those who debug the engine:
//
//	{plan: "pro", note: SSN!never-send} raw <- u.Attrs
func (c *Content) String() string {
	var b strings.Builder
	c.print(&b)
	return b.String()
}

func (c *Content) print(b *strings.Builder) {
	var parts []string
	for _, k := range c.Consts {
		parts = append(parts, fmt.Sprintf("%q", k.Val))
	}
	for _, o := range c.Origins {
		parts = append(parts, fmt.Sprintf("%s%s!%s", o.Name, o.Kind, o.Class))
	}
	for _, r := range c.Refs {
		parts = append(parts, "<-"+r.String())
	}
	for i, name := range []string{"raw", "opaque", "unknown", "sanitized", "present", "scalar", "numeric", "handed"} {
		if c.Flags&(1<<i) != 0 {
			parts = append(parts, name)
		}
	}
	if c.Widened != 0 {
		parts = append(parts, "widened("+c.Widened.String()+")")
	}
	if len(c.Children) > 0 {
		parts = append(parts, "{"+printChildren(c.Sorted())+"}")
	}
	b.WriteString(strings.Join(parts, " "))
}

func printChildren(chs []*Child) string {
	var parts []string
	for _, ch := range chs {
		key := ch.Key
		switch {
		case ch.Elem:
			key = "[]"
		case !ch.Known:
			key = "?"
			for _, r := range ch.KeyRefs {
				key += r.String()
			}
		}
		parts = append(parts, key+": "+ch.Val.String())
	}
	return strings.Join(parts, ", ")
}

// String prints r as the parameter and the path into it.
func (r Ref) String() string { return r.Param.Name() + r.Path.String() }
