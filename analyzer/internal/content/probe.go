package content

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Print prints c on one line. Equal contents print alike, in whatever order
// they were put together: alternatives and entries are sorted. Its grammar:
//
//	content     = "nothing" | "sanitized" | [ "sanitized" ] [ "raw" ] alternative { " | " alternative }
//	alternative = "{" entry { ", " entry } "}"
//	            | TEXT               this constant, or it is put together from it
//	            | "of" TEXT          it is computed from this constant
//	            | CLASS NAME         a datum that was read under this name, or has this shape
//	            | "param" NAME PATH  what callers pass there; with "clean" before it, sanitized on the way;
//	                                 with "%" behind it, as a text that fmt or an encoding makes of it
//	            | "text"             text that is not known
//	            | "number"           a number that is not known
//	            | "opaque"           anything at all, collections too
//	            | "some"             a value that says nothing by itself: a boolean, a time, a function
//	            | "unknown"          no constant, and nothing more is known
//	            | "widened(" LIMITS ")"  something of it was given up at these bounds
//	entry       = KEY [ ": " content ]
//	KEY         = a key as it is | "[]", an element | "*", an entry under a key that is not known
//
// An entry without content holds a constant without meaning, or nothing. What
// is raw was put together in view of the analysis and passed no sanitizer, in
// at least one execution.
func Print(c *Content) string {
	var parts []string
	for _, k := range c.Consts {
		text := strconv.Quote(k.Val)
		if k.Derived {
			text = "of " + text
		}
		parts = append(parts, text)
	}
	for _, o := range c.Origins {
		parts = append(parts, o.Class.String()+" "+o.Name+o.Kind)
	}
	for _, r := range c.Refs {
		parts = append(parts, printRef(r))
	}
	slices.Sort(parts)
	if len(c.Children) > 0 {
		parts = append([]string{printEntries(c.Children)}, parts...)
	}
	if word := printUnknown(c); word != "" {
		parts = append(parts, word)
	}
	if c.Widened != 0 {
		parts = append(parts, "widened("+c.Widened.String()+")")
	}
	var words []string
	if c.Flags&Sanitized != 0 {
		words = append(words, "sanitized")
	}
	if c.Flags&Raw != 0 {
		words = append(words, "raw")
	}
	if len(parts) > 0 {
		words = append(words, strings.Join(slices.Compact(parts), " | "))
	}
	return cmp.Or(strings.Join(words, " "), "nothing")
}

// printUnknown says what is not known of c. That a value which has a name or
// comes from a caller is no constant goes without saying.
func printUnknown(c *Content) string {
	switch {
	case c.Flags&Opaque != 0 && c.Flags&Scalar != 0:
		return "text"
	case c.Flags&Opaque != 0:
		return "opaque"
	case c.Flags&Numeric != 0:
		return "number"
	case c.Flags&Present != 0:
		return "some"
	case c.Flags&Unknown != 0 && len(c.Origins)+len(c.Refs)+len(c.Children) == 0:
		return "unknown"
	}
	return ""
}

// printEntries prints children with the contents of each key joined.
func printEntries(chs []*Child) string {
	of := map[string]*Builder{}
	var keys []string
	for _, ch := range chs {
		key := ch.Key
		switch {
		case ch.Elem:
			key = "[]"
		case !ch.Known:
			key = "*"
		}
		if of[key] == nil {
			of[key] = &Builder{}
			keys = append(keys, key)
		}
		of[key].Add(ch.Val)
	}
	slices.Sort(keys)
	for i, key := range keys {
		if text := Print(of[key].Done()); text != "nothing" {
			keys[i] = key + ": " + text
		}
	}
	return "{" + strings.Join(keys, ", ") + "}"
}

func printRef(r Ref) string {
	text := "param " + r.String()
	if r.Sanitized() {
		text = "clean " + text
	}
	if len(r.Gone) > 0 {
		text += " without " + strings.Join(r.Gone, ", ")
	}
	for _, k := range r.Less {
		text += " without " + printRef(k)
	}
	return text
}
