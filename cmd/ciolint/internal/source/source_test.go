package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// show returns a line as an excerpt has it.
func show(t *testing.T, text string, line, column int, credential bool) string {
	t.Helper()
	pieces, ok := new(Files).Line(write(t, "a.go", text), line, column, credential)
	if !ok {
		t.Fatalf("no line %d", line)
	}
	var b strings.Builder
	at := 0
	for _, p := range pieces {
		if p.Start != at || p.Exact && len(p.Text) != p.End-p.Start {
			t.Errorf("piece %+v does not follow byte %d", p, at)
		}
		at = p.End
		b.WriteString(p.Text)
	}
	return b.String()
}

func TestLineMasksValues(t *testing.T) {
	for line, want := range map[string]string{
		// Keys and words are what a reader needs.
		`c.Track(u.ID, "order_placed", map[string]any{"plan": u.Plan})`: `c.Track(u.ID, "order_placed", map[string]any{"plan": u.Plan})`,
		`m["ssn"] = u.SSN`:        `m["ssn"] = u.SSN`,
		`get("/api/v1/accounts")`: `get("/api/v1/accounts")`,
		`x := 1999`:               `x := 1999`,
		`x = 'c'`:                 `x = 'c'`,

		`x := password; f("pro", 100)`: `x := password; f("pro", 100)`, // another statement
		`if u.SSN != x { f("pro") }`:   `if u.SSN != x { f("pro") }`,

		// Values are not.
		"m[\"sk_" + "live_abcdefghijklmnopqrstuvwx\"] = 1":          `m["…"] = 1`,
		`m["note"] = "4111 1111 1111 1111"`:                         `m["note"] = "…"`,
		`m["note"] = 4111111111111111`:                              `m["note"] = …`,
		`m["ssn"] = "none"`:                                         `m["ssn"] = "…"`,
		`m["pin"] = 1234`:                                           `m["pin"] = …`,
		`f(map[string]any{"ssn": "900-00-0000", "a": 1, "b": 100})`: `f(map[string]any{"ssn": "…", "a": 1, "b": …})`,
		`Login{Password: "hunter", Plan: "pro"}`:                    `Login{Password: "…", Plan: "…"}`,
		`password := "hunter"`:                                      `password := "…"`,
		`if password == "hunter" {`:                                 `if password == "…" {`,
		`traits.Set("password", "hunter")`:                          `traits.Set("password", "…")`,
		`f("jane@example.com", "Jane", "Main Street 1")`:            `f("…", "…", "…")`,
		`f("+15550100", "10.20.30.40")`:                             `f("…", "…")`,
		"f(`{\"ssn\": \"900-00-0000\"}`)":                           `f("…")`,
		`f("abcdef0123456789abcd")`:                                 `f("…")`,
		`m["4111 1111 1111 1111"] = x`:                              `m["…"] = x`,
		`case "900-00-0000":`:                                       `case "…":`,
		`f(x) // jane@example.com`:                                  `f(x) // …`,
		`f(x /* 900-00-0000 */, y)`:                                 `f(x /*…*/, y)`,
		`f("900-00-0000`:                                            `f("…"`, // not closed: an edit in progress
	} {
		if got := show(t, "package p\n"+line+"\n", 2, 1, false); got != want {
			t.Errorf("%s\nshown as %s\nwant     %s", line, got, want)
		}
	}
}

func TestLineOfCredentialShowsFourCharacters(t *testing.T) {
	const line = `c := New("abcdef0123456789abcd", "order", map[string]string{"site": "abc"})`
	for column, want := range map[int]string{
		10: `c := New("abcd…" (20 characters), "…", map[string]string{"site": "…"})`,
		34: `c := New("…", "…" (5 characters), map[string]string{"site": "…"})`,
		1:  `c := New("…", "…", map[string]string{"site": "…"})`,
	} {
		if got := show(t, line, 1, column, true); got != want {
			t.Errorf("column %d: shown as %s\nwant %s", column, got, want)
		}
	}
	const bytes = `c := New(string([]byte{'a', 98, 0x63}))`
	if got, want := show(t, bytes, 1, 10, true), `c := New(string([]byte{…, …, …}))`; got != want {
		t.Errorf("shown as %s\nwant %s", got, want)
	}
}

// TestLineInsideOfLiteral: a key over several lines is hidden on each.
func TestLineInsideOfLiteral(t *testing.T) {
	text := "package p\nvar k = `first\r\nsecond\r\nthird` + x\n/* a\r\n\r\n\r\n\r\n\r\n900-00-0000 */ var y int\r\n// 900-00-0000\r\n"
	for line, want := range map[int]string{2: `var k = "…"`, 3: `"…"`, 4: `"…" + x`, 5: "/*…*/", 10: "/*…*/ var y int", 11: "// …"} {
		if got := show(t, text, line, 1, false); got != want {
			t.Errorf("line %d: shown as %q, want %q", line, got, want)
		}
	}
}

func TestLineOfNothing(t *testing.T) {
	var s Files
	file := write(t, "a.go", "package p\n")
	huge := write(t, "a.go", "package p\n"+strings.Repeat(" ", maxLexed))
	template := write(t, "a.templ", "<p>900-00-0000</p>\n")
	for _, at := range []struct {
		file string
		line int
	}{{file, 0}, {file, 3}, {file + ".gone", 1}, {filepath.Dir(file), 1}, {template, 1}, {huge, 1}} {
		if got, ok := s.Line(at.file, at.line, 1, false); ok {
			t.Errorf("%s:%d is %v", filepath.Base(at.file), at.line, got)
		}
	}
}

func TestDecl(t *testing.T) {
	const text = `package p

const key = "x"

var (
	a = 1
	b = func() int { return 2 }()
)

func F() { _ = func() { _ = 3 }
}

func (s *Service) M() { _ = 4 }
func (s Store[K, V]) G() { _ = 5 }
func (s *(Store[K])) H() { _ = 6 }
type T struct{ f int }
func broken( { _ = 7 }
`
	file := write(t, "a.go", text)
	var s Files
	for mark, want := range map[string]string{
		`"x"`: "const key", "1": "var a", "2": "var b", "3": "F", "4": "(*Service).M", "5": "Store.G", "6": "(*Store).H",
		"package": "", "f int": "",
	} {
		before := text[:strings.Index(text, mark)]
		line := strings.Count(before, "\n") + 1
		column := len(before) - strings.LastIndex(before, "\n")
		if got := s.Decl(file, line, column); got != want {
			t.Errorf("%s at %d:%d is in %q, want %q", mark, line, column, got, want)
		}
	}
	if got := s.Decl(file+".gone", 1, 1); got != "" {
		t.Errorf("a file that is gone has %q", got)
	}
}

func TestColumns(t *testing.T) {
	file := write(t, "a.go", "a😀é\xffz\r\nnext")
	var s Files
	for column, want := range map[int]int{1: 1, 2: 2, 6: 4, 8: 5, 9: 6, 10: 7, 99: 99, 0: 0} {
		if got := s.UTF16(file, 1, column); got != want {
			t.Errorf("column %d is %d in UTF-16, want %d", column, got, want)
		}
	}
	for offset, want := range map[int][2]int{0: {1, 1}, 1: {1, 2}, 5: {1, 4}, 9: {1, 7}, 10: {1, 7}, 11: {2, 1}, 15: {2, 5}} {
		if line, column, ok := s.Place(file, offset); !ok || line != want[0] || column != want[1] {
			t.Errorf("offset %d is %d:%d %v, want %v", offset, line, column, ok, want)
		}
	}
	for _, offset := range []int{-1, 16} {
		if _, _, ok := s.Place(file, offset); ok {
			t.Errorf("there is an offset %d", offset)
		}
	}
}

// FuzzLine: whatever a file holds, pieces cover the line once, in order.
func FuzzLine(f *testing.F) {
	f.Add("package p\nvar k = `a\r\nb`\n", 2, 3, true)
	f.Add("f(\"x\xff\", 4111111111111111) // c", 1, 1, false)
	f.Fuzz(func(t *testing.T, text string, line, column int, credential bool) {
		var s Files
		file := write(t, "a.go", text)
		pieces, ok := s.Line(file, line, column, credential)
		lines := strings.Split(text, "\n")
		if ok != (line >= 1 && line <= len(lines)) {
			t.Fatalf("line %d of %d: %v", line, len(lines), ok)
		}
		s.Decl(file, line, column)
		s.UTF16(file, line, column)
		at := 0
		for _, p := range pieces {
			if p.Start != at || p.End < p.Start {
				t.Fatalf("piece %+v does not follow byte %d", p, at)
			}
			at = p.End
		}
		if ok && at != len(strings.TrimSuffix(lines[line-1], "\r")) {
			t.Fatalf("the pieces end at %d of %q", at, lines[line-1])
		}
	})
}
