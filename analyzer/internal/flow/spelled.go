package flow

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"go/types"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// What is decoded from a text that stands in source is as constant as the
// text: settings as JSON, as YAML, or as the lines of an env file.

// spell fills what a function that cannot be seen fills or returns, if it
// decodes: with what the constant texts among its arguments spell.
func (i *invocation) spell(vals []*value) {
	if i.fn == nil || !decodes.MatchString(i.fn.Name()) {
		return
	}
	for k, arg := range ssautil.Args(i.com) {
		if !ssautil.IsText(arg.Type()) && !isStream(arg.Type()) {
			continue
		}
		src := i.f.content(i.args[k], arg.Type(), i.s)
		for j, other := range ssautil.Args(i.com) {
			if j == k || !isPointer(ssautil.Inside(other).Type()) {
				continue
			}
			for _, p := range i.args[j].refs {
				i.s = i.spellInto(i.s, p, i.f.typeOf(p), src)
			}
		}
		for _, v := range vals {
			for _, p := range v.refs {
				i.s = i.spellInto(i.s, p, i.f.typeOf(p), src)
			}
		}
	}
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// decodes matches the names of functions that decode a text.
var decodes = regexp.MustCompile(`^(Unmarshal|Decode|Parse|Load|Read)`)

// spellInto adds what the constant texts of src spell to the variable of type
// t at p.
func (i *invocation) spellInto(s *state, p place, t types.Type, src *content.Content) *state {
	for _, k := range src.Consts {
		if k.Derived {
			continue
		}
		if tree := parsed(k.Val); tree != nil {
			w := speller{i: i, from: cmp.Or(k.From, content.TextInSource)}
			s = w.put(s, p, t, tree, "", 0)
		}
	}
	return s
}

// parsed is what a text spells: JSON, YAML or lines with an equals sign. Nil if
// it is none of them.
func parsed(text string) map[string]any {
	var tree map[string]any
	if json.Unmarshal([]byte(text), &tree) == nil {
		return tree
	}
	if lines := envLines(text); lines != nil {
		return lines
	}
	if yaml.Unmarshal([]byte(text), &tree) == nil {
		return tree
	}
	return nil
}

// envLines are the settings of a text in which every line is one, a comment
// or the name of a section; nil else.
func envLines(text string) map[string]any {
	out := map[string]any{}
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' || line[0] == ';' {
			continue
		}
		if name, ok := strings.CutPrefix(line, "["); ok {
			section = strings.Trim(name, "[] ")
			continue
		}
		key, val, ok := strings.Cut(strings.TrimPrefix(line, "export "), "=")
		if !ok {
			return nil
		}
		setIn(out, section, strings.TrimSpace(key), unquoted(strings.TrimSpace(val)))
	}
	return out
}

// unquoted is a value without its quotes, and without the comment behind it.
func unquoted(val string) string {
	if val != "" && (val[0] == '"' || val[0] == '\'') {
		val, _, _ = strings.Cut(val[1:], val[:1])
		return val
	}
	val, _, _ = strings.Cut(val, " #")
	return strings.TrimSpace(val)
}

// setIn sets a key, in the section of that name if there is one.
func setIn(tree map[string]any, section, key, val string) {
	for name := range strings.SplitSeq(section, ".") {
		if name == "" {
			continue
		}
		below, ok := tree[name].(map[string]any)
		if !ok {
			below = map[string]any{}
			tree[name] = below
		}
		tree = below
	}
	tree[key] = val
}

// A speller puts what a text spells into variables.
type speller struct {
	i    *invocation
	from string
}

// put puts what stands at a path of the text into the variable of type t at p.
func (w *speller) put(s *state, p place, t types.Type, tree any, path string, depth int) *state {
	f := w.i.f
	if t == nil || depth > limit.Height.Max {
		return s
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		q, s := w.object(s, p, ptr.Elem(), path)
		return w.put(s, q, ptr.Elem(), tree, path, depth+1)
	}
	switch x := tree.(type) {
	case string:
		return f.store(s, p, write{val: of(w.text(x))})
	case []any:
		if sl, ok := t.Underlying().(*types.Slice); ok && len(x) > 0 {
			q, s := w.object(s, p, t, path)
			for _, el := range x {
				s = w.put(s, f.at(q, anyElem), sl.Elem(), el, path+"[]", depth+1)
			}
			return s
		}
	case map[string]any:
		if u, ok := ssautil.Struct(t); ok && !ssautil.IsWrapper(t) {
			return w.fields(s, p, u, x, path, depth)
		}
		return f.decodeInto(s, p, t, w.entries(x, depth), write{})
	}
	return s
}

// object makes what the variable at p refers to.
func (w *speller) object(s *state, p place, t types.Type, path string) (place, *state) {
	f := w.i.f
	o, s := f.made(w.i.in, objectKey{w.i.in, fmt.Sprint("spelled ", p.obj.id, path)}, object{kind: allocated, typ: t}, s)
	q := place{obj: o}
	return q, f.store(s, p, write{val: refTo(q)})
}

// fields puts the entries of tree into the fields of a struct that decoders
// put them into.
func (w *speller) fields(s *state, p place, u *types.Struct, tree map[string]any, path string, depth int) *state {
	for k := range u.NumFields() {
		v := u.Field(k)
		at := w.i.f.at(p, w.i.f.a.in.id(content.Sel{Kind: content.Field, Name: v.Name()}))
		if _, isStruct := ssautil.Struct(v.Type()); v.Embedded() && isStruct {
			s = w.put(s, at, v.Type(), tree, path, depth+1)
		}
		for _, key := range slices.Sorted(maps.Keys(tree)) {
			if spelledAs(v.Name(), reflect.StructTag(u.Tag(k)), key) {
				s = w.put(s, at, v.Type(), tree[key], path+"."+key, depth+1)
			}
		}
	}
	return s
}

// decoderTags are the struct tags by which decoders of settings name fields.
var decoderTags = []string{"json", "yaml", "mapstructure", "toml", "koanf", "env", "envconfig", "ini"}

// spelledAs reports whether a decoder puts the entry key into the field.
func spelledAs(field string, tag reflect.StructTag, key string) bool {
	tagged := false
	for _, name := range decoderTags {
		if alias, _, _ := strings.Cut(tag.Get(name), ","); alias != "" {
			if tagged = true; strings.EqualFold(alias, key) {
				return true
			}
		}
	}
	return !tagged && strings.EqualFold(field, key)
}

// entries is what a text spells, as data.
func (w *speller) entries(tree any, depth int) *content.Content {
	var b content.Builder
	switch x := tree.(type) {
	case string:
		return w.text(x)
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(x)) {
			if depth < limit.Height.Max {
				b.AddChild(&content.Child{Key: key, Known: true, Val: w.entries(x[key], depth+1)})
			}
		}
	case []any:
		for _, el := range x {
			if depth < limit.Height.Max {
				b.AddChild(&content.Child{Elem: true, Val: w.entries(el, depth+1)})
			}
		}
	default:
		return content.Inert
	}
	return b.Done()
}

func (w *speller) text(s string) *content.Content {
	return &content.Content{Consts: []content.Const{{Val: s, From: w.from}}}
}

// An EmbeddedFile is a file that a variable has by go:embed. Its text is nil if
// it was not read.
type EmbeddedFile struct {
	Name string
	Text []byte
}

// filesIn is what a variable of the package has before anything is stored in
// it: the text of the files that are embedded in it. What is no text, or a
// long one, is unknown.
func (a *Analysis) filesIn(v types.Object) *value {
	g, ok := v.(*types.Var)
	if !ok || a.cfg.Embedded == nil {
		return nothing
	}
	files := a.cfg.Embedded(g)
	if len(files) == 0 {
		return nothing
	}
	var b content.Builder
	left := false
	for _, f := range files {
		if f.Text == nil || bytes.Contains(f.Text, []byte{0}) {
			b.Mark(content.Unknown | content.Opaque | content.Scalar)
			left = left || f.Text == nil
			continue
		}
		b.AddConst(content.Const{Val: string(f.Text), From: f.Name + ", which is embedded"})
	}
	if left {
		return widen(of(b.Done()), limit.Embedded)
	}
	return of(b.Done())
}

// heldBy is what v, or what it refers to, is known to be, whatever its type
// looks like.
func (i *invocation) heldBy(v *value) *content.Content {
	c := v.c
	for _, p := range v.refs {
		c = content.Join(c, i.f.node(i.s, p).c)
	}
	return c
}

// namedFile is the one of the embedded files that has a name, or all of them.
func namedFile(name, files *content.Content) *content.Content {
	names, all := name.Keys()
	n := content.Content{Flags: content.Unknown | content.Opaque | content.Scalar}
	for _, k := range files.Consts {
		file, _, _ := strings.Cut(k.From, ", ")
		if !all || slices.Contains(names, file) {
			n.Consts = append(n.Consts, k)
		}
	}
	return &n
}
