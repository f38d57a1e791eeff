package analyzer

import (
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/internal/policy"
)

// settings are what one analyzer was told: the policy that holds, or where to
// find it, and the flags, which outrank it.
type settings struct {
	given   *policy.Policy // by a driver with settings of its own
	config  string         // the flag -config
	require flagOf[policy.Require]
	tests   flagOf[bool]
}

// flags adds the analyzer's flags.
func (s *settings) flags(a *analysis.Analyzer) {
	a.Flags.StringVar(&s.config, "config", "", "read the policy from `file` instead of the "+policy.FileName+" at the root of each module")
	s.require = flagOf[policy.Require]{value: policy.Always, parse: func(text string) (r policy.Require, err error) {
		err = r.Set(text)
		return r, err
	}, print: func(r policy.Require) string { return r.String() }}
	s.tests = flagOf[bool]{parse: strconv.ParseBool, print: strconv.FormatBool, bare: true}
	a.Flags.Var(&s.require, "require-sanitizer", "which payloads must pass the sanitizer: always, unless-clean or never")
	a.Flags.Var(&s.tests, "tests", "report findings in _test.go files, too")
}

// A flagOf is a flag that knows whether it was given. A driver may move the
// analyzer's flags to a flag set of its own, which would not tell.
type flagOf[T any] struct {
	value T
	given bool
	bare  bool // it may stand without a value
	parse func(string) (T, error)
	print func(T) string
}

// Set parses the flag's value.
func (f *flagOf[T]) Set(text string) (err error) {
	f.value, err = f.parse(text)
	f.given = err == nil
	return err
}

// String prints the flag's value.
func (f *flagOf[T]) String() string {
	if f.print == nil {
		return ""
	}
	return f.print(f.value)
}

// Get returns the flag's value.
func (f *flagOf[T]) Get() any { return f.value }

// IsBoolFlag reports whether the flag may stand without a value.
func (f *flagOf[T]) IsBoolFlag() bool { return f.bare }

// policyOf returns the policy that holds for a package, bound to it.
func (s *settings) policyOf(pass *analysis.Pass) (*policy.Policy, error) {
	p, err := s.find(pass)
	if err != nil {
		return nil, err
	}
	own := *p
	if s.require.given {
		own.RequireSanitizer = s.require.value
	}
	if s.tests.given {
		own.Tests = s.tests.value
	}
	return own.In(pass.Pkg)
}

func (s *settings) find(pass *analysis.Pass) (*policy.Policy, error) {
	switch {
	case s.config != "":
		return policy.Load(s.config)
	case s.given != nil:
		return s.given, nil
	}
	file, err := policy.Find(packageDir(pass))
	if file == "" || err != nil {
		return policy.Default(), err
	}
	p, err := policy.Load(file)
	if m := pass.Module; err != nil && m != nil && m.Version != "" {
		// The user cannot mend the policy of a dependency, and gets no
		// findings in it: what its functions do is then told without.
		return policy.Default(), nil
	}
	return p, err
}

// packageDir returns the directory of the package's own files. What cgo makes
// lies elsewhere, and says itself where it comes from.
func packageDir(pass *analysis.Pass) string {
	dir := "."
	for _, f := range pass.Files {
		name := pass.Fset.PositionFor(f.FileStart, false).Filename
		if base := filepath.Base(name); strings.HasPrefix(base, "_cgo_") || strings.HasSuffix(base, ".cgo1.go") {
			dir = filepath.Dir(pass.Fset.Position(f.Package).Filename)
			continue
		}
		return filepath.Dir(name)
	}
	return dir
}
