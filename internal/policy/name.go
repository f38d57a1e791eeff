package policy

import (
	"errors"
	"fmt"
	"go/token"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Name names something in a package: a function or method, a field, a
// variable or a type.
type Name struct {
	Pkg  string // import path
	Type string // of methods the receiver's type, of fields the struct's
	Ptr  bool   // the receiver is a pointer
	Name string
}

// String returns the name as policies write it.
func (n Name) String() string { return n.write(false) }

// write prints a method as types.Func.FullName does, a field with dots.
func (n Name) write(method bool) string {
	switch {
	case n.Type == "":
		return n.Pkg + "." + n.Name
	case !method:
		return n.Pkg + "." + n.Type + "." + n.Name
	case n.Ptr:
		return "(*" + n.Pkg + "." + n.Type + ")." + n.Name
	}
	return "(" + n.Pkg + "." + n.Type + ")." + n.Name
}

// parseFunc reads what types.Func.FullName prints: "path.Func",
// "(path.Type).Method" or "(*path.Type).Method". Type parameters of the
// receiver may be left out.
func parseFunc(s string) (Name, error) {
	rest, ok := strings.CutPrefix(s, "(")
	if !ok {
		n, err := parseObject(s)
		if err == nil && exportedTail(n.Pkg) != "" {
			t := exportedTail(n.Pkg)
			pkg := strings.TrimSuffix(n.Pkg, "."+t)
			err = fmt.Errorf("%q is no function; write a method as (%s.%s).%s, or (*%s.%s).%s if its receiver is a pointer", s, pkg, t, n.Name, pkg, t, n.Name)
		}
		return n, err
	}
	recv, method, ok := strings.Cut(rest, ").")
	if !ok || !token.IsIdentifier(method) {
		return Name{}, fmt.Errorf("%q is no method; write it as (example.com/app/crm.Client).Send or (*example.com/app/crm.Client).Send", s)
	}
	recv, ptr := strings.CutPrefix(recv, "*")
	if i := strings.IndexByte(recv, '['); i > 0 && strings.HasSuffix(recv, "]") {
		recv = recv[:i]
	}
	n, err := parseObject(recv)
	return Name{Pkg: n.Pkg, Type: n.Name, Ptr: ptr, Name: method}, err
}

// parseField reads "path.Type.Field".
func parseField(s string) (Name, error) {
	i := strings.LastIndexByte(s, '.')
	if i < 0 || !token.IsIdentifier(s[i+1:]) {
		return Name{}, fmt.Errorf("%q is no field; write it as example.com/app/users.User.Number", s)
	}
	n, err := parseObject(s[:i])
	if err != nil {
		return Name{}, fmt.Errorf("%q is no field; write it as example.com/app/users.User.Number", s)
	}
	return Name{Pkg: n.Pkg, Type: n.Name, Name: s[i+1:]}, nil
}

// parseObject reads "path.Name".
func parseObject(s string) (Name, error) {
	slash := strings.LastIndexByte(s, '/')
	dot := strings.LastIndexByte(s, '.')
	if dot <= slash || dot == 0 || !token.IsIdentifier(s[dot+1:]) {
		return Name{}, fmt.Errorf("%q lacks its import path or its name; write it as example.com/app/privacy.Scrub", s)
	}
	if err := checkPath(s[:dot]); err != nil {
		return Name{}, fmt.Errorf("%q: %v", s, err)
	}
	return Name{Pkg: s[:dot], Name: s[dot+1:]}, nil
}

func checkPath(path string) error {
	for _, elem := range strings.Split(path, "/") {
		if elem == "" || elem == "." || elem == ".." {
			return fmt.Errorf("%q is no import path; it has an empty or relative element", path)
		}
	}
	if strings.ContainsFunc(path, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()[]{}*,;:\"'`\\", r) }) {
		return errors.New("an import path has no spaces, brackets or quotes")
	}
	return nil
}

// exportedTail returns what follows the last dot of the last element of an
// import path if it looks like a type.
func exportedTail(path string) string {
	tail := path[strings.LastIndexByte(path, '/')+1:]
	i := strings.LastIndexByte(tail, '.')
	if r, _ := utf8.DecodeRuneInString(tail[i+1:]); i <= 0 || !unicode.IsUpper(r) {
		return ""
	}
	return tail[i+1:]
}
