package unit

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// facts are what is known of objects, of this package and of its imports.
type facts struct {
	pkg   *types.Package
	known map[factKey]analysis.Fact
}

type factKey struct {
	obj types.Object
	typ reflect.Type
}

// written is a fact in a summary.
type written struct {
	Package string
	Object  objectpath.Path
	Fact    analysis.Fact
}

// importFacts reads the facts of the direct imports. Each has those that it
// imported, too, as far as encode lets them pass. A fact about an object that
// no type seen here mentions has no use.
func (u *unit) importFacts(a *analysis.Analyzer, pkg *types.Package, packages map[string]*types.Package) (*facts, error) {
	for _, f := range a.FactTypes {
		gob.Register(f)
	}
	fs := &facts{pkg: pkg, known: map[factKey]analysis.Fact{}}
	for _, imp := range pkg.Imports() {
		s := u.deps[imp.Path()]
		if s == nil && imp != types.Unsafe {
			return nil, fmt.Errorf("the analysis of %s has failed", imp.Path())
		}
		if s == nil || len(s.Facts) == 0 {
			continue
		}
		var list []written
		if err := gob.NewDecoder(bytes.NewReader(s.Facts)).Decode(&list); err != nil {
			return nil, fmt.Errorf("facts of %s: %v", imp.Path(), err)
		}
		for _, w := range list {
			if p := packages[w.Package]; p != nil {
				if obj, err := objectpath.Object(p, w.Object); err == nil {
					fs.known[factKey{obj, reflect.TypeOf(w.Fact)}] = w.Fact
				}
			}
		}
	}
	return fs, nil
}

// encode writes down the facts that importers may need, in an order that
// depends on nothing else: all of this package's, and those of methods and
// fields of others, which values bring along. The functions and variables of
// a package are used by those that import it.
func (fs *facts) encode() ([]byte, error) {
	var list []written
	var enc objectpath.Encoder
	for k, fact := range fs.known {
		if p := k.obj.Pkg(); p != fs.pkg && k.obj.Parent() == p.Scope() {
			if _, isType := k.obj.(*types.TypeName); !isType {
				continue
			}
		}
		if path, err := enc.For(k.obj); err == nil { // else nobody can name it
			list = append(list, written{k.obj.Pkg().Path(), path, fact})
		}
	}
	if len(list) == 0 {
		return nil, nil
	}
	slices.SortFunc(list, func(a, b written) int {
		return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Object, b.Object),
			cmp.Compare(reflect.TypeOf(a.Fact).String(), reflect.TypeOf(b.Fact).String()))
	})
	var out bytes.Buffer
	if err := gob.NewEncoder(&out).Encode(list); err != nil {
		return nil, fmt.Errorf("facts of %s: %v", fs.pkg.Path(), err)
	}
	return out.Bytes(), nil
}

// in returns a that reads and writes these facts. It has no fact types as far
// as a driver can see, and so asks for nothing but the package itself.
// Without findings nobody hears what it reports.
func (fs *facts) in(a *analysis.Analyzer, findings bool) *analysis.Analyzer {
	b := *a
	b.FactTypes = nil
	b.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.ImportObjectFact = fs.get
		p.ExportObjectFact = func(obj types.Object, fact analysis.Fact) {
			fs.known[factKey{obj, reflect.TypeOf(fact)}] = fact
		}
		p.AllObjectFacts = fs.all
		if !findings {
			p.Report = nil
		}
		return a.Run(&p)
	}
	return &b
}

func (fs *facts) get(obj types.Object, fact analysis.Fact) bool {
	known, ok := fs.known[factKey{obj, reflect.TypeOf(fact)}]
	if ok {
		reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(known).Elem())
	}
	return ok
}

func (fs *facts) all() []analysis.ObjectFact {
	var out []analysis.ObjectFact
	for k, fact := range fs.known {
		out = append(out, analysis.ObjectFact{Object: k.obj, Fact: fact})
	}
	return out
}
