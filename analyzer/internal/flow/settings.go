package flow

import (
	"fmt"
	"go/types"
	"reflect"
	"regexp"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// Settings have defaults: in the tags of fields, and in stores that are asked
// by name.

// withDefault is val with the default that a struct tag has for the field that
// v reads, if the field may still have it.
func (f *frame) withDefault(v ssa.Value, val *value) *value {
	if !ssautil.IsText(v.Type()) || val.c.Flags&content.Unknown == 0 && len(val.c.Refs) == 0 {
		return val
	}
	fv, s, ok := ssautil.FieldRead(v)
	if !ok {
		return val
	}
	text, ok := f.a.defaultOf(fv, s)
	if !ok {
		return val
	}
	var b content.Builder
	b.Add(val.c)
	b.AddConst(content.Const{Val: text, Derived: true, From: "the default of " + fv.Name()})
	return val.with(b.Done())
}

// defaultOf is the default that the tag of a field of s has.
func (a *Analysis) defaultOf(fv *types.Var, s *types.Struct) (string, bool) {
	d, ok := a.defaults[fv]
	if !ok {
		for i := range s.NumFields() {
			if s.Field(i) == fv {
				d = defaultIn(s.Tag(i))
			}
		}
		a.defaults[fv] = d
	}
	return d, d != ""
}

// defaultIn is the default in a struct tag: under a key of its own, or within
// another one's value, as in `env:"KEY, default=x"`.
func defaultIn(tag string) string {
	if !strings.Contains(strings.ToLower(tag), "default") {
		return ""
	}
	for _, key := range []string{"default", "envDefault", "env-default"} {
		if d := reflect.StructTag(tag).Get(key); d != "" {
			return d
		}
	}
	if m := innerDefault.FindStringSubmatch(tag); m != nil {
		return m[1]
	}
	return ""
}

var innerDefault = regexp.MustCompile(`\bdefault[=:]'?([^,;'"]+)`)

// settings carries out a call of another package's store of settings:
// what SetDefault was given for a name is what the name may give. All stores of
// a package count as one. Nil if the call is none.
func (i *invocation) settings() []*value {
	if i.fn.Pkg() == nil || i.fn.Pkg() == i.f.a.pkg.Pkg || ssautil.IsStandard(i.fn.Pkg().Path()) {
		return nil
	}
	args, vals := ssautil.Args(i.com), i.args
	if i.fn.Signature().Recv() != nil {
		args, vals = args[1:], vals[1:]
	}
	switch {
	case len(args) == 2 && i.fn.Name() == "SetDefault" && ssautil.IsText(args[0].Type()):
		i.setDefault(args, vals)
	case len(args) == 1 && ssautil.IsText(args[0].Type()) && asksSetting.MatchString(i.fn.Name()):
		return i.setting(vals[0])
	case len(args) >= 1 && strings.HasPrefix(i.fn.Name(), "Unmarshal"):
		i.unmarshalled(args, vals)
	}
	return nil
}

// asksSetting matches what the functions are called that give a setting.
var asksSetting = regexp.MustCompile(`^(Must)?(Get)?(String|Str)?$`)

// store is the object that stands for the settings of a package.
func (i *invocation) store() *object {
	key := "settings of " + i.fn.Pkg().Path()
	o := i.f.a.fixed[key]
	if o == nil {
		o = i.f.a.newObject(object{kind: allocated, typ: payloadType, many: true})
		i.f.a.fixed[key], i.f.a.memory.vals[o] = o, nothing
	}
	return o
}

func (i *invocation) entry(name string) place {
	sel := content.Sel{Kind: content.Key, Name: strings.ToLower(name)}
	return i.f.at(place{obj: i.store()}, i.f.a.in.id(sel))
}

func (i *invocation) setDefault(args []ssa.Value, vals []*value) {
	names, _ := i.f.content(vals[0], args[0].Type(), i.s).Keys()
	given := i.f.content(vals[1], args[1].Type(), i.s)
	for _, name := range names {
		n := *given
		n.Consts = nil
		for _, k := range given.Consts {
			k.From, k.Derived = fmt.Sprintf("what is set for %q", name), true
			n.Consts = append(n.Consts, k)
		}
		i.s = i.f.store(i.s, i.entry(name), write{val: of(&n)})
	}
}

// setting is what a store gives for a name: something from elsewhere, or its
// default.
func (i *invocation) setting(asked *value) []*value {
	res := i.com.Signature().Results()
	if res.Len() == 0 || !ssautil.IsText(res.At(0).Type()) && !types.IsInterface(res.At(0).Type()) {
		return nil
	}
	names, _ := i.f.content(asked, types.Typ[types.String], i.s).Keys()
	var consts []content.Const
	for _, name := range names {
		consts = append(consts, i.f.load(i.s, i.entry(name), types.Typ[types.String]).c.Consts...)
	}
	if len(consts) == 0 {
		return nil
	}
	out := make([]*value, res.Len())
	for k := range out {
		out[k] = of(content.Inert)
	}
	out[0] = of(&content.Content{Flags: content.Unknown | content.Opaque | content.Scalar, Consts: consts})
	return out
}

// unmarshalled puts the defaults of the settings into the fields of a struct
// that is filled with them.
func (i *invocation) unmarshalled(args []ssa.Value, vals []*value) {
	tree := map[string]any{}
	i.f.a.shared(i.store(), i.f).parts.each(func(id uint32, c *cell) bool {
		name := i.f.a.in.sel(selID(id)).Name
		section, key := "", name
		if at := strings.LastIndex(name, "."); at >= 0 {
			section, key = name[:at], name[at+1:]
		}
		for _, e := range c.entries {
			for _, k := range e.val.c.Consts {
				setIn(tree, section, key, k.Val)
			}
		}
		return true
	})
	if len(tree) == 0 {
		return
	}
	for k, arg := range args {
		if !isPointer(ssautil.Inside(arg).Type()) {
			continue
		}
		for _, p := range vals[k].refs {
			w := speller{i: i, from: "the default of a setting"}
			i.s = w.put(i.s, p, i.f.typeOf(p), tree, "", 0)
		}
	}
}
