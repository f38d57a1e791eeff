package baseline

import (
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/source"
)

// project is a directory with Go files, in which each "leak(X)" is a finding
// about X.
type project struct {
	t   *testing.T
	dir string
}

func newProject(t *testing.T) project { return project{t, t.TempDir()} }

func (p project) file(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

// leaks writes a file and returns its findings.
func (p project) leaks(name, text string) []finding.Finding {
	p.t.Helper()
	file := p.file(name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		p.t.Fatal(err)
	}
	var out []finding.Finding
	for i, line := range strings.Split(text, "\n") {
		for at := 0; ; at++ {
			next := strings.Index(line[at:], "leak(")
			if next < 0 {
				break
			}
			at += next
			key, _, _ := strings.Cut(line[at+len("leak("):], ")")
			out = append(out, finding.Finding{
				Rule: "neversend", Package: "example.com/" + filepath.ToSlash(filepath.Dir(name)),
				Message: fmt.Sprintf("never-send key %q reaches Identify; remove it", key),
				Pos:     token.Position{Filename: file, Line: i + 1, Column: at + 1},
			})
		}
	}
	return out
}

const before = `package p

func f() {
	leak(ssn)
	leak(phone)
}

func (s *Service) g() { leak(ssn) }
`

// TestSurvives: the findings of changed code that are known, those that are
// new, and the accepted ones that are gone.
func TestSurvives(t *testing.T) {
	for name, test := range map[string]struct {
		after        string
		fresh, stale int
	}{
		"the same":               {before, 0, 0},
		"moved lines":            {"package p\n\n// a comment\n\nimport \"x\"\n" + before[len("package p\n"):], 0, 0},
		"turned functions":       {"package p\n\nfunc (s *Service) g() { leak(ssn) }\n\nfunc f() {\n\tleak(phone)\n\tleak(ssn)\n}\n", 0, 0},
		"not formatted":          {strings.ReplaceAll(before, "\t", "        "), 0, 0},
		"in a literal":           {strings.Replace(before, "\tleak(ssn)", "\tgo func() { leak(ssn) }()", 1), 0, 0},
		"other names":            {strings.Replace(before, "(s *Service)", "(svc *Service)", 1), 0, 0},
		"one more of the same":   {strings.Replace(before, "leak(ssn)", "leak(ssn); leak(ssn)", 1), 1, 0},
		"another key":            {strings.Replace(before, "leak(ssn)", "leak(passport)", 1), 1, 1},
		"in another function":    {before + "\nfunc h() { leak(ssn) }\n", 1, 0},
		"in a method of a value": {strings.Replace(before, "(s *Service)", "(s Service)", 1), 1, 1},
		"one fixed":              {strings.Replace(before, "leak(phone)", "", 1), 0, 1},
		"all fixed":              {"package p\n", 0, 3},
	} {
		t.Run(name, func(t *testing.T) {
			p := newProject(t)
			file := p.file("baseline.json")
			if err := Write(file, p.leaks("p/a.go", before)); err != nil {
				t.Fatal(err)
			}
			b, err := Read(file)
			if err != nil {
				t.Fatal(err)
			}
			now := p.leaks("p/a.go", test.after)
			fresh, known, stale := b.Filter(now, "example.com/p")
			if len(fresh) != test.fresh || stale != test.stale || len(fresh)+len(known) != len(now) {
				t.Errorf("%d new, %d known, %d stale of %d, want %d new, %d stale", len(fresh), len(known), stale, len(now), test.fresh, test.stale)
			}
			for _, f := range known {
				if !f.Known {
					t.Errorf("not marked as known: %+v", f)
				}
			}
			for _, f := range fresh {
				if f.Known {
					t.Errorf("marked as known: %+v", f)
				}
			}
		})
	}
}

// TestMovedToAnotherFile: a file of the same package is the same place, a file
// of the same name in another package is not.
func TestMovedToAnotherFile(t *testing.T) {
	p := newProject(t)
	file := p.file("baseline.json")
	if err := Write(file, p.leaks("p/a.go", before)); err != nil {
		t.Fatal(err)
	}
	b, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if fresh, _, _ := b.Filter(p.leaks("p/other.go", before)); len(fresh) != 0 {
		t.Errorf("%d new in another file", len(fresh))
	}
	if fresh, _, _ := b.Filter(p.leaks("q/a.go", before)); len(fresh) != 3 {
		t.Errorf("%d new in another package, want 3", len(fresh))
	}
}

// TestTheLaterOneIsNew: of equal findings, the first ones are the known ones.
func TestTheLaterOneIsNew(t *testing.T) {
	p := newProject(t)
	file := p.file("baseline.json")
	if err := Write(file, p.leaks("p/a.go", before)); err != nil {
		t.Fatal(err)
	}
	b, _ := Read(file)
	now := p.leaks("p/a.go", strings.Replace(before, "\tleak(phone)", "\tleak(phone)\n\tleak(ssn)", 1))
	now[0], now[2] = now[2], now[0]
	fresh, _, _ := b.Filter(now)
	if len(fresh) != 1 || fresh[0].Pos.Line != 6 {
		t.Errorf("new are %+v, want the one in line 6", fresh)
	}
}

// TestOtherPackages: a run over a part says nothing of the rest.
func TestOtherPackages(t *testing.T) {
	p := newProject(t)
	file := p.file("baseline.json")
	a, b := p.leaks("a/a.go", before), p.leaks("b/b.go", before)
	if err := Write(file, append(a, b...)); err != nil {
		t.Fatal(err)
	}
	base, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if fresh, known, stale := base.Filter(a[:1], "example.com/a"); len(fresh) != 0 || len(known) != 1 || stale != 2 {
		t.Errorf("%d new, %d known, %d stale, want 0, 1, 2", len(fresh), len(known), stale)
	}
	if err := Write(file, a[:1], "example.com/a"); err != nil {
		t.Fatal(err)
	}
	base, err = Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(base.Findings) != 4 {
		t.Errorf("%d entries, want one of a and three of b", len(base.Findings))
	}
	if err := Write(file, nil); err != nil {
		t.Fatal(err)
	}
	if base, err = Read(file); err != nil || len(base.Findings) != 4 {
		t.Errorf("%v, %v: who looks at nothing keeps all", base, err)
	}
	if err := Write(file, nil, "example.com/a", "example.com/b"); err != nil {
		t.Fatal(err)
	}
	if base, err = Read(file); err != nil || len(base.Findings) != 0 {
		t.Errorf("%v, %v: stale entries stay", base, err)
	}
}

// TestPackageIsGone: nobody can look at a package that was deleted.
func TestPackageIsGone(t *testing.T) {
	p := newProject(t)
	file := p.file("baseline.json")
	a, b := p.leaks("a/a.go", before), p.leaks("b/b.go", before)
	if err := Write(file, append(a, b...)); err != nil {
		t.Fatal(err)
	}
	base, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	stale := func() int { _, _, n := base.Filter(a, "example.com/a"); return n }
	if n := stale(); n != 0 {
		t.Errorf("%d stale while b is there", n)
	}
	if err := os.Rename(b[0].Pos.Filename, p.file("b/README.md")); err != nil {
		t.Fatal(err)
	}
	if n := stale(); n != 3 {
		t.Errorf("%d stale without Go files in b, want 3", n)
	}
	if err := os.RemoveAll(p.file("b")); err != nil {
		t.Fatal(err)
	}
	if n := stale(); n != 3 {
		t.Errorf("%d stale without b, want 3", n)
	}
	if err := Write(file, a, "example.com/a"); err != nil {
		t.Fatal(err)
	}
	if base, err = Read(file); err != nil || len(base.Findings) != 3 {
		t.Errorf("%v, %v, want those of a", base, err)
	}
}

// TestFile shows the file as reviewers see it.
func TestFile(t *testing.T) {
	p := newProject(t)
	fs := p.leaks("p/a.go", strings.Replace(before, "leak(phone)", "leak(ssn)", 1))
	fs = append(fs, finding.Finding{Rule: "credential", Package: "example.com/k", Message: `hardcoded key "abcd…" (20 characters) <&>`, Pos: token.Position{Filename: p.file("k/gone.go"), Line: 3}})
	file := p.file("baseline.json")
	const want = `{
  "version": 1,
  "findings": [
    {
      "rule": "credential",
      "package": "example.com/k",
      "file": "k/gone.go",
      "message": "hardcoded key \"abcd…\" (20 characters) <&>",
      "count": 1,
      "fingerprint": "PRINT0"
    },
    {
      "rule": "neversend",
      "package": "example.com/p",
      "function": "(*Service).g",
      "file": "p/a.go",
      "message": "never-send key \"ssn\" reaches Identify; remove it",
      "count": 1,
      "fingerprint": "PRINT1"
    },
    {
      "rule": "neversend",
      "package": "example.com/p",
      "function": "f",
      "file": "p/a.go",
      "message": "never-send key \"ssn\" reaches Identify; remove it",
      "count": 2,
      "fingerprint": "PRINT2"
    }
  ]
}
`
	if err := Write(file, fs); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got := string(text)
	var src source.Files
	for i, f := range []finding.Finding{fs[3], fs[2], fs[0]} {
		got = strings.Replace(got, `"`+Fingerprint(f, &src)+`"`, fmt.Sprintf(`"PRINT%d"`, i), 1)
	}
	if got != want {
		t.Errorf("--- got\n%s--- want\n%s", got, want)
	}
	if entries, _ := os.ReadDir(p.dir); len(entries) != 2 {
		t.Errorf("left behind: %v", entries)
	}
}

// TestFingerprintIsFrozen: these are in people's repositories and dashboards.
// Another way to make them needs another Scheme.
func TestFingerprintIsFrozen(t *testing.T) {
	p := newProject(t)
	f := p.leaks("p/a.go", before)[0]
	if got, want := Fingerprint(f, new(source.Files)), "3eb7c7668c8f102c49487cd8f6c73c58"; got != want {
		t.Errorf("fingerprint is %s, was %s", got, want)
	}
}

func TestFingerprintsOfEqualFindings(t *testing.T) {
	p := newProject(t)
	got := Fingerprints(p.leaks("p/a.go", "package p\n\nfunc f() { leak(a); leak(a); leak(b) }\n"), new(source.Files))
	if got[0][:32] != got[1][:32] || got[0][32:] != ":1" || got[1][32:] != ":2" || got[2][32:] != ":1" || got[2][:32] == got[0][:32] {
		t.Errorf("fingerprints are %q", got)
	}
}

// TestProblem: advice may be reworded, what is wrong may not.
func TestProblem(t *testing.T) {
	for message, want := range map[string]string{
		"a key reaches X; remove it":       "a key reaches X",
		`key "a;b" reaches X; remove it`:   `key "a;b" reaches X`,
		`key "a\";b" reaches X; remove; y`: `key "a\";b" reaches X`,
		"no advice":                        "no advice",
		"  much \t space ":                 "much space",
		"":                                 "",
		`an open "quote; x`:                `an open "quote; x`,
		`a last \`:                         `a last \`,
	} {
		if got := problem(message); got != want {
			t.Errorf("problem(%q) is %q, want %q", message, got, want)
		}
	}
}

func TestWriteKeepsWhatIsNoBaseline(t *testing.T) {
	p := newProject(t)
	file := p.file("notes.txt")
	if err := os.WriteFile(file, []byte("not a baseline"), 0o666); err != nil {
		t.Fatal(err)
	}
	err := Write(file, nil)
	if err == nil || !strings.HasPrefix(err.Error(), file+":1: ") || !strings.Contains(err.Error(), "remove the file") {
		t.Errorf("error %v", err)
	}
	if text, _ := os.ReadFile(file); string(text) != "not a baseline" {
		t.Errorf("the file is %q now", text)
	}
	if err := Write(p.file("no/such/dir/b.json"), nil); err == nil || !strings.Contains(err.Error(), "cannot write the baseline") {
		t.Errorf("error %v", err)
	}
}

func TestWriteThroughSymlink(t *testing.T) {
	p := newProject(t)
	real, link := p.file("real.json"), p.file("link.json")
	if err := Write(real, nil); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	if err := Write(link, p.leaks("p/a.go", before)); err != nil {
		t.Fatal(err)
	}
	if b, err := Read(real); err != nil || len(b.Findings) != 3 {
		t.Errorf("%v, %v: the link was replaced", b, err)
	}
}
