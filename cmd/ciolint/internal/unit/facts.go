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

// facts are what is known of this package, its imports, and their objects.
type facts struct {
	pkg   *types.Package
	known map[factKey]analysis.Fact
}

type factKey struct {
	pkg *types.Package
	obj types.Object // nil: the fact is about the package
	typ reflect.Type
}

func about(pkg *types.Package, obj types.Object, fact analysis.Fact) factKey {
	return factKey{pkg, obj, reflect.TypeOf(fact)}
}

// written is a fact in a summary.
type written struct {
	Package string
	Object  objectpath.Path // "" for the package
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
			fs.learn(packages[w.Package], w)
		}
	}
	return fs, nil
}

// learn takes a fact over, unless its package or its object is not in sight.
func (fs *facts) learn(pkg *types.Package, w written) {
	if pkg == nil {
		return
	}
	var obj types.Object
	if w.Object != "" {
		var err error
		if obj, err = objectpath.Object(pkg, w.Object); err != nil {
			return
		}
	}
	fs.known[about(pkg, obj, w.Fact)] = w.Fact
}

// encode writes down the facts that importers may need, in an order that
// depends on nothing else: all of this package's, and those of methods and
// fields of others, which values bring along. A package itself, its functions
// and its variables concern those that import it.
func (fs *facts) encode() ([]byte, error) {
	var list []written
	var enc objectpath.Encoder
	for k, fact := range fs.known {
		if k.pkg != fs.pkg && !k.travels() {
			continue
		}
		var path objectpath.Path
		if k.obj != nil {
			var err error
			if path, err = enc.For(k.obj); err != nil {
				continue // nobody can name it
			}
		}
		list = append(list, written{k.pkg.Path(), path, fact})
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

// travels reports whether the fact is about a type, a method or a field.
func (k factKey) travels() bool {
	if k.obj == nil {
		return false
	}
	_, isType := k.obj.(*types.TypeName)
	return isType || k.obj.Parent() != k.pkg.Scope()
}

// in returns a that reads and writes these facts. It has no fact types as far
// as a driver can see, and so asks for nothing but the package itself.
// Without findings nobody hears what it reports.
func (fs *facts) in(a *analysis.Analyzer, findings bool) *analysis.Analyzer {
	b := *a
	b.FactTypes = nil
	b.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.ImportObjectFact = func(obj types.Object, fact analysis.Fact) bool { return fs.get(about(obj.Pkg(), obj, fact), fact) }
		p.ImportPackageFact = func(pkg *types.Package, fact analysis.Fact) bool { return fs.get(about(pkg, nil, fact), fact) }
		p.ExportObjectFact = func(obj types.Object, fact analysis.Fact) { fs.known[about(obj.Pkg(), obj, fact)] = fact }
		p.ExportPackageFact = func(fact analysis.Fact) { fs.known[about(fs.pkg, nil, fact)] = fact }
		p.AllObjectFacts = fs.objects
		p.AllPackageFacts = fs.packages
		if !findings {
			p.Report = nil
		}
		return a.Run(&p)
	}
	return &b
}

func (fs *facts) get(key factKey, fact analysis.Fact) bool {
	known, ok := fs.known[key]
	if ok {
		reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(known).Elem())
	}
	return ok
}

func (fs *facts) objects() []analysis.ObjectFact {
	var out []analysis.ObjectFact
	for k, fact := range fs.known {
		if k.obj != nil {
			out = append(out, analysis.ObjectFact{Object: k.obj, Fact: fact})
		}
	}
	return out
}

func (fs *facts) packages() []analysis.PackageFact {
	var out []analysis.PackageFact
	for k, fact := range fs.known {
		if k.obj == nil {
			out = append(out, analysis.PackageFact{Package: k.pkg, Fact: fact})
		}
	}
	return out
}
