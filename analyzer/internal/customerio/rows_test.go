package customerio

import (
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strings"
	"testing"
)

// A row that no stub has is a typo, and would be silence.
func TestEveryCallIsInAStub(t *testing.T) {
	found := make(map[*Call][]*types.Func)
	for _, pkg := range loadStubs(t) {
		for _, fn := range functions(pkg) {
			if c, ok := Lookup(fn); ok {
				found[c] = append(found[c], fn)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(callsByName)) {
		for _, c := range callsByName[name] {
			if len(found[c]) == 0 {
				t.Errorf("no stub has %s.%s.%s(%s)", c.Pkg, c.Recv, c.Name, c.Params)
				continue
			}
			for _, p := range c.Parts {
				checkPart(t, c, p, found[c])
			}
		}
	}
}

// checkPart reports a part that leads to nothing in every stub, or to data
// that its role cannot have.
func checkPart(t *testing.T, c *Call, p Part, fns []*types.Func) {
	t.Helper()
	where := fmt.Sprintf("%s.%s.%s: argument %d %q %q", c.Pkg, c.Recv, c.Name, p.Arg, p.Type, p.Path)
	if p.Label == "" || p.Role == NoRole || (p.Key != "") != (p.Role == ContextField) {
		t.Errorf("%s: incomplete: %+v", where, p)
	}
	var types []types.Type
	for _, fn := range fns {
		if typ := partType(fn, p); typ != nil {
			types = append(types, typ)
		}
	}
	if len(types) == 0 {
		t.Errorf("%s: leads to nothing", where)
	}
	for _, typ := range types {
		if !holds(p.Role, typ) {
			t.Errorf("%s: %s cannot be %s", where, p.Role, typ)
		}
	}
}

// partType returns the type of a part in a call of fn, or nil.
func partType(fn *types.Func, p Part) types.Type {
	t := fn.Signature().Params().At(p.Arg).Type()
	if p.Type != "" {
		if _, ok := t.Underlying().(*types.Interface); !ok {
			return nil
		}
		obj := fn.Pkg().Scope().Lookup(p.Type)
		if obj == nil || !types.AssignableTo(obj.Type(), t) {
			return nil
		}
		t = obj.Type()
	}
	for _, step := range p.Path {
		if t = follow(t, step); t == nil {
			return nil
		}
	}
	return t
}

func follow(t types.Type, step string) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for f := range u.Fields() {
			if f.Name() == step && f.Exported() {
				return f.Type()
			}
		}
	case *types.Slice:
		if step == "[]" {
			return u.Elem()
		}
	case *types.Map:
		if step == "[]" || strings.HasPrefix(step, `["`) && strings.HasSuffix(step, `"]`) {
			return u.Elem()
		}
	}
	return nil
}

// holds reports whether data of a role can be of a type.
func holds(role Role, t types.Type) bool {
	if isAny(t) {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Map:
		return role.IsPayload() || role == Rows
	case *types.Slice: // JSON, or the bytes of a net.IP
		return role == MessageData || role == ContextField
	case *types.Interface: // io.Reader
		return role == Attachment
	case *types.Basic:
		return !role.IsPayload() && (u.Info()&types.IsString != 0 || role == ContextField)
	}
	return false
}

// harmless are the functions of the stubs that take no data of a person.
var harmless = map[string]bool{
	"Version": true, "WithRegion": true, "WithHTTPClient": true, "WithUserAgent": true, "WithEventTimestamp": true,
	"WithEventType": true, "WithSegmentIDType": true, "ValidateFields": true, "StdLogger": true, "NewClient": true,
	"WithHTTPTimeout": true, "WithRequestTracing": true, "WithRetryCount": true, "NewContext": true, "FromContext": true,
	"Callback.Success": true, "Callback.Failure": true, "Logger.Logf": true, "Logger.Errorf": true,
	"FieldGetter.GetField": true, "HTTPClient.Do": true, "TransactionalResponse.UnmarshalJSON": true,
	"Integrations.Set": true, "Integrations.Enable": true, "Integrations.Disable": true,
}

// A function of a stub that takes arguments is a row, a setter or harmless.
func TestEveryStubFunctionIsJudged(t *testing.T) {
	for _, pkg := range loadStubs(t) {
		for _, fn := range functions(pkg) {
			name := strings.TrimPrefix(receiver(fn)+"."+fn.Name(), ".")
			if fn.Signature().Params().Len() == 0 || harmless[name] || runtimes[pkg.Path()] && !takesKey(fn) {
				continue
			}
			c, isCall := Lookup(fn)
			_, isSetter := LookupSetter(fn)
			if isCall == isSetter && !(pkg.Path() != cdp && fn.Name() == "New") {
				t.Errorf("%s.%s: row %v, setter %v", pkg.Path(), name, isCall, isSetter)
			}
			if isCall && !slices.Contains(callsByName[c.Name], c) {
				t.Errorf("%s.%s has no row of its own", pkg.Path(), name)
			}
		}
	}
}

// takesKey reports whether a parameter of fn is a key of Customer.io by its
// name and type. The journal's own key is bytes.
func takesKey(fn *types.Func) bool {
	for v := range fn.Signature().Params().Variables() {
		t := v.Type()
		if list, ok := t.(*types.Slice); ok && fn.Signature().Variadic() {
			t = list.Elem()
		}
		name := strings.ToLower(v.Name())
		if isString(t) && (strings.Contains(name, "key") || strings.Contains(name, "siteid")) {
			return true
		}
	}
	return false
}

func TestEveryFieldIsInAStub(t *testing.T) {
	found := make(map[*Field]bool)
	for _, pkg := range loadStubs(t) {
		for _, name := range pkg.Scope().Names() {
			named, ok := pkg.Scope().Lookup(name).Type().(*types.Named)
			if !ok {
				continue
			}
			s, ok := named.Underlying().(*types.Struct)
			if !ok {
				continue
			}
			for v := range s.Fields() {
				if f, ok := LookupField(named, v.Name()); ok {
					found[f] = true
				}
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(fieldsByName)) {
		for _, f := range fieldsByName[name] {
			if !found[f] || f.Label == "" {
				t.Errorf("no stub has %s.%s.%s, or it has no label", f.Pkg, f.Type, f.Name)
			}
		}
	}
}

func TestEverySetterIsInAStub(t *testing.T) {
	found := make(map[*Setter]bool)
	for _, pkg := range loadStubs(t) {
		for _, fn := range functions(pkg) {
			s, ok := LookupSetter(fn)
			if !ok {
				continue
			}
			found[s] = true
			sig := fn.Signature()
			if sig.Params().Len() <= s.ValueArg || !types.Identical(sig.Results().At(0).Type(), sig.Recv().Type()) {
				t.Errorf("%s is no setter", fn.FullName())
			}
			if s.Key == "" && sig.Params().Len() != 2 || s.Key != "" && sig.Params().Len() != 1 {
				t.Errorf("%s: key %q, %d arguments", fn.FullName(), s.Key, sig.Params().Len())
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(settersByName)) {
		for _, s := range settersByName[name] {
			if !found[s] {
				t.Errorf("no stub has %s.%s.%s", s.Pkg, s.Recv, s.Name)
			}
		}
	}
}

func TestEveryRoleHasAName(t *testing.T) {
	seen := make(map[string]bool)
	for r := NoRole; r <= Rows; r++ {
		if s := r.String(); s == "" || s == "unknown role" || seen[s] {
			t.Errorf("role %d: %q", r, s)
		} else {
			seen[s] = true
		}
	}
	if s := (Rows + 1).String(); s != "unknown role" {
		t.Errorf("past the last role: %q", s)
	}
}
