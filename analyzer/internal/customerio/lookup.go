package customerio

import (
	"go/types"
	"slices"
)

// analyticsPackages are the import paths of the analytics clients, which have
// the same API.
var analyticsPackages = []string{cdp, segment, segmentGopkgIn}

var (
	callsByName   = indexCalls()
	fieldsByName  = indexFields()
	settersByName = indexSetters()
)

// Lookup returns the row of a function, method or interface method of an SDK,
// or of a function of this repository's runtime that takes keys.
//
// A method of the official clients that has no row, as forks add them behind
// a replace directive, gets one made from its types: see addedByFork. It is
// made anew in each call, the other rows are shared and must not be changed.
func Lookup(fn *types.Func) (*Call, bool) {
	if fn == nil || fn.Pkg() == nil {
		return nil, false
	}
	pkg, recv := home(fn.Pkg()), receiver(fn)
	if !IsSDK(fn.Pkg()) && !runtimes[pkg] {
		return nil, false
	}
	var params string
	for _, c := range callsByName[fn.Name()] {
		if c.Pkg != pkg || c.Recv != recv {
			continue
		}
		if params == "" {
			params = kinds(fn.Signature())
		}
		if c.Params == params {
			return c, true
		}
	}
	return addedByFork(fn, pkg, recv)
}

// LookupField returns the row of a field of an SDK's struct type.
func LookupField(named *types.Named, field string) (*Field, bool) {
	rows := fieldsByName[field]
	if len(rows) == 0 || named == nil || named.Obj().Pkg() == nil {
		return nil, false
	}
	pkg, typ := home(named.Obj().Pkg()), named.Obj().Name()
	for _, f := range rows {
		if f.Pkg == pkg && f.Type == typ {
			return f, true
		}
	}
	return nil, false
}

// LookupSetter returns the row of a method that writes one key of the map it
// is called on, and returns that map.
func LookupSetter(fn *types.Func) (*Setter, bool) {
	if fn == nil || fn.Pkg() == nil {
		return nil, false
	}
	rows := settersByName[fn.Name()]
	if len(rows) == 0 {
		return nil, false
	}
	pkg, recv := home(fn.Pkg()), receiver(fn)
	for _, s := range rows {
		if s.Pkg == pkg && s.Recv == recv {
			return s, true
		}
	}
	return nil, false
}

// SinkName returns a function's name as messages print it:
// "(*customerio.CustomerIO).Identify", "(analytics.Client).Enqueue",
// "customerio.NewDevice".
func SinkName(fn *types.Func) string {
	byPackageName := func(p *types.Package) string { return p.Name() }
	recv := fn.Signature().Recv()
	if recv == nil {
		return byPackageName(fn.Pkg()) + "." + fn.Name()
	}
	return "(" + types.TypeString(recv.Type(), byPackageName) + ")." + fn.Name()
}

// receiver returns the name of a method's receiver type without pointer, ""
// of a function.
func receiver(fn *types.Func) string {
	recv := fn.Signature().Recv()
	if recv == nil {
		return ""
	}
	if named := namedOf(recv.Type()); named != nil {
		return named.Obj().Name()
	}
	return ""
}

// namedOf returns the named type of a type or of what it points to, or nil.
func namedOf(t types.Type) *types.Named {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, _ := types.Unalias(t).(*types.Named)
	return named
}

func indexCalls() map[string][]*Call {
	rows := slices.Concat(trackCalls, apiCalls, appCalls, communityCalls, runtimeCalls)
	for _, pkg := range analyticsPackages {
		rows = append(rows, cdpCalls(pkg)...)
	}
	index := make(map[string][]*Call)
	for i := range rows {
		index[rows[i].Name] = append(index[rows[i].Name], &rows[i])
	}
	return index
}

func indexFields() map[string][]*Field {
	rows := slices.Concat(trackFields, apiFields, communityFields)
	for _, pkg := range analyticsPackages {
		rows = append(rows, cdpFields(pkg)...)
	}
	index := make(map[string][]*Field)
	for i := range rows {
		index[rows[i].Name] = append(index[rows[i].Name], &rows[i])
	}
	return index
}

func indexSetters() map[string][]*Setter {
	var rows []Setter
	for _, pkg := range analyticsPackages {
		rows = append(rows, cdpSetters(pkg)...)
	}
	index := make(map[string][]*Setter)
	for i := range rows {
		index[rows[i].Name] = append(index[rows[i].Name], &rows[i])
	}
	return index
}
