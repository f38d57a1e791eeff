package report

import (
	"bytes"
	"errors"
	"flag"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/source"
	"github.com/ciolint/ciolint/internal/catalog"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The source tree that the findings of these tests point into.
var tree = map[string]string{
	"app.go": `package app

func register(c *client, u user) {
	c.Identify(u.ID, map[string]any{
		"plan": u.Plan, "ssn": u.SSN,
	})
	c.Track(u.ID, "order_placed", map[string]any{"note": "4111 1111 1111 1111"}) // card 4111 1111 1111 1111
}
`,
	"keys/keys.go": `package keys

var client = cio.New("abcdef0123456789abcd", "0123456789abcdef0123")
`,
	"größe, 100%:a/日本.go": `package 日本

var _ = 送る("你好 😀", u.SSN)
var ` + "é\xff\x1b[31m" + ` = u.SSN
`,
	"long.go": "package long\n\nvar x = f(" + strings.Repeat("padding, ", 40) + "u.SSN, " + strings.Repeat("padding, ", 40) + ")\n",
}

// world is the tree on disk.
type world struct {
	t   *testing.T
	dir string
}

func newWorld(t *testing.T) world {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range tree {
		file := filepath.Join(dir, "src", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return world{t, dir}
}

func (w world) src() string { return filepath.Join(w.dir, "src") }

// at is the place of the first occurrence of text in a file of the tree.
func (w world) at(name, text string) (pos, end token.Position) {
	w.t.Helper()
	before, _, ok := strings.Cut(tree[name], text)
	if !ok {
		w.t.Fatalf("%s lacks %q", name, text)
	}
	pos = w.place(name, before)
	return pos, w.place(name, before+text)
}

func (w world) place(name, before string) token.Position {
	return token.Position{
		Filename: filepath.Join(w.src(), filepath.FromSlash(name)), Offset: len(before),
		Line: 1 + strings.Count(before, "\n"), Column: len(before) - strings.LastIndex(before, "\n"),
	}
}

func (w world) step(name, text, message string) Step {
	pos, _ := w.at(name, text)
	return Step{Pos: pos, Message: message}
}

func edit(file string, start, end int, text string) Edit {
	return Edit{File: file, Start: start, End: end, New: text}
}

// findings are one of each kind that matters to a format, in no order.
func (w world) findings() []Finding {
	one := func(rule, name, text, message string) Finding {
		pos, end := w.at(name, text)
		return Finding{Rule: rule, Message: message, Package: "example.com/" + strings.TrimSuffix(name, ".go"), Pos: pos, End: end}
	}
	key := one("neversend", "app.go", `"ssn": u.SSN`, `never-send key "ssn" reaches Identify; remove it`)
	key.Path = []Step{w.step("app.go", `: u.SSN`, `put under "ssn" here`), w.step("app.go", "(u.ID, map", "sent by Identify")}
	wrap, wrapEnd := w.at("app.go", "map[string]any{\n\t\t\"plan\": u.Plan, \"ssn\": u.SSN,\n\t}")
	file := wrap.Filename
	key.Fixes = []Fix{{Message: "Wrap the payload in sanitize.Attributes", Edits: []Edit{
		edit(file, 11, 11, "\n\nimport \"x/sanitize\""),
		edit(file, wrap.Offset, wrap.Offset, "sanitize.Attributes("),
		edit(file, wrapEnd.Offset, wrapEnd.Offset, ")"),
	}}}

	whole := one("unsanitized", "app.go", "map[string]any{\n\t\t\"plan\": u.Plan, \"ssn\": u.SSN,\n\t}", "payload of Identify skips the sanitizer")
	whole.Severity = finding.Warning
	card := one("neversend", "app.go", `"4111 1111 1111 1111"`, "never-send value (card number) reaches Track under \"note\"; remove it: 100% sure\r\n, really")
	card.Severity = finding.Note
	site := one("credential", "keys/keys.go", `"abcdef0123456789abcd"`, `hardcoded site ID "abcd…" (20 characters) in New`)
	known := one("credential", "keys/keys.go", `"0123456789abcdef0123"`, `hardcoded API key "0123…" (20 characters) in New`)
	known.Known = true
	wide := one("neversend", "größe, 100%:a/日本.go", `u.SSN)`, "never-send value SSN reaches 送る")
	wide.End.Column--
	raw := one("neversend", "größe, 100%:a/日本.go", "\x1b[31m = u", "an escape sequence")
	long := one("neversend", "long.go", "u.SSN", "never-send value SSN reaches f")
	gone := Finding{Rule: "erasure", Message: "the file is gone", Package: "example.com/gone", Pos: token.Position{Filename: filepath.Join(w.src(), "gone.go"), Line: 7, Column: 3}}
	gone.Fixes = []Fix{{Message: "Do what cannot be shown", Edits: []Edit{edit(gone.Pos.Filename, 1, 2, "x")}}}
	changed := Finding{Rule: "erasure", Message: "the line is shorter now", Package: "example.com/app", Pos: token.Position{Filename: key.Pos.Filename, Line: 2, Column: 30}}
	outside := Finding{Rule: "directive", Message: "outside of the tree", Package: "example.com/other", Pos: token.Position{Filename: filepath.Join(w.dir, "other dir", "o.go"), Line: 3}}
	nowhere := Finding{Rule: "webhook", Message: "no position", Package: "example.com/nowhere"}
	return []Finding{whole, long, site, key, outside, known, wide, card, gone, raw, changed, nowhere}
}

// write returns a report with the directory's name replaced.
func (w world) write(format string, fs []Finding, o Options) string {
	w.t.Helper()
	var out bytes.Buffer
	if err := Write(&out, format, fs, o); err != nil {
		w.t.Fatal(err)
	}
	return strings.ReplaceAll(out.String(), filepath.ToSlash(w.dir), "$DIR")
}

func (w world) golden(name, got string) {
	w.t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			w.t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		w.t.Fatal(err)
	}
	if got != string(want) {
		w.t.Errorf("%s differs; go test -update rewrites it\n--- got\n%s--- want\n%s", file, got, want)
	}
}

func TestGolden(t *testing.T) {
	w := newWorld(t)
	rules := []catalog.Rule{
		{Name: "neversend", Title: "a key", Why: "Why.", Bad: "bad()", Good: "good()", Fix: "Fix it."},
		{Name: "credential", Title: "a constant", Why: "Why.", Bad: "bad()", Good: "good()", Fix: "Fix it."},
	}
	for name, o := range map[string]Options{
		"plain.text":    {},
		"terminal.text": {Terminal: true, Rules: rules},
		"narrow.text":   {Terminal: true, Width: 50},
		"color.text":    {Color: true},
		"report.json":   {},
		"report.sarif":  {Rules: rules, Version: "v1.2.3"},
		"report.github": {},
	} {
		o.Dir = w.src()
		w.golden(name, w.write(strings.TrimPrefix(filepath.Ext(name), "."), w.findings(), o))
	}
}

// TestNoSecrets: no format, in no form, has what the source has.
func TestNoSecrets(t *testing.T) {
	w := newWorld(t)
	for _, format := range Formats() {
		out := w.write(format, w.findings(), Options{Dir: w.src(), Color: true, Width: 1000})
		for _, secret := range []string{"4111", "abcdef", "01234", "你好"} {
			if strings.Contains(out, secret) {
				t.Errorf("%s has %q:\n%s", format, secret, out)
			}
		}
		if strings.Contains(out, "\x1b[31m") {
			t.Errorf("%s passes an escape sequence on", format)
		}
	}
}

func TestNoFindings(t *testing.T) {
	w := newWorld(t)
	known := w.findings()[:1]
	known[0].Known = true
	for format, want := range map[string]string{"text": "", "json": "{}\n", "github": ""} {
		for _, fs := range [][]Finding{nil, known} {
			if got := w.write(format, fs, Options{Color: true}); got != want {
				t.Errorf("%s of nothing is %q, want %q", format, got, want)
			}
		}
	}
	if got := w.write("sarif", nil, Options{}); !strings.Contains(got, `"results": []`) || !strings.Contains(got, `"rules": []`) {
		t.Errorf("sarif of nothing is %s", got)
	}
}

// TestOrder: the order of the findings does not matter.
func TestOrder(t *testing.T) {
	w := newWorld(t)
	fs := w.findings()
	for _, format := range Formats() {
		want := w.write(format, fs, Options{Dir: w.src()})
		for i := range fs {
			turned := append(append([]Finding{}, fs[i:]...), fs[:i]...)
			if got := w.write(format, turned, Options{Dir: w.src()}); got != want {
				t.Errorf("%s depends on the order of findings", format)
			}
		}
	}
}

func TestRootOfRepository(t *testing.T) {
	w := newWorld(t)
	fs := w.findings()
	o := Options{Dir: filepath.Join(w.src(), "keys"), Root: w.dir}
	for format, want := range map[string]string{
		"text":   "\nkeys.go:3:22: ", // as the user sees it
		"github": "file=src/keys/keys.go,",
		"sarif":  `"uri": "src/keys/keys.go"`,
	} {
		if got := w.write(format, fs, o); !strings.Contains(got, want) {
			t.Errorf("%s lacks %q:\n%s", format, want, got)
		}
	}
}

func TestRoot(t *testing.T) {
	dir := t.TempDir()
	below := filepath.Join(dir, "a", "b")
	if err := os.MkdirAll(below, 0o777); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GITHUB_WORKSPACE", "")
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	if got := Root(below); got != dir {
		t.Errorf("root is %s, want %s", got, dir)
	}
	t.Setenv("GITHUB_WORKSPACE", filepath.Join(dir, "a"))
	if got := Root(below); got != filepath.Join(dir, "a") {
		t.Errorf("root is %s, want the workspace", got)
	}
	t.Setenv("GITHUB_WORKSPACE", filepath.Join(dir, "c"))
	if got := Root(below); got != dir {
		t.Errorf("root is %s, want %s: the workspace is elsewhere", got, dir)
	}
}

func TestRootBehindALink(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	if err := os.Mkdir(real, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	t.Setenv("GITHUB_WORKSPACE", link)
	for _, root := range []string{real, link} {
		if got := Root(filepath.Join(root, "service")); got != root {
			t.Errorf("root is %s, want %s", got, root)
		}
	}
}

// TestHugeLine: a line of generated data costs no more than another.
func TestHugeLine(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.go")
	head := "var x = f(u.SSN, "
	if err := os.WriteFile(file, []byte(head+strings.Repeat("1, ", 1<<19)+"2)\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	pieces, ok := new(source.Files).Line(file, 1, 11, false)
	if !ok {
		t.Fatal("no line")
	}
	if cells := cellsOf(near(pieces, 10), 10, 15); len(cells) > 1<<15 {
		t.Errorf("%d cells", len(cells))
	}
	f := Finding{Rule: "r", Pos: token.Position{Filename: file, Line: 1, Column: 11}, End: token.Position{Filename: file, Line: 1, Column: 16}}
	var out bytes.Buffer
	if err := Write(&out, "text", []Finding{f}, Options{Terminal: true, Width: 60}); err != nil {
		t.Fatal(err)
	}
	if want := "\n    1 | var x = f(u.SSN, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, …\n      |           ^~~~~\n"; !strings.Contains(out.String(), want) {
		t.Errorf("got %.300s, want %s", &out, want)
	}
}

func TestURI(t *testing.T) {
	w := writer{Options: Options{Root: "/src"}}
	for name, want := range map[string]string{
		"/src/a.go":         "a.go",
		"/src/a b/100%.go":  "a%20b/100%25.go",
		"/src/a:b/x.go":     "./a:b/x.go", // no scheme
		"/src/日本.go":        "%E6%97%A5%E6%9C%AC.go",
		"/src/\xff.go":      "%FF.go",
		"/src/..a/x.go":     "..a/x.go",
		"/srcs/a.go":        "file:///srcs/a.go",
		"/other dir/a?#.go": "file:///other%20dir/a%3F%23.go",
	} {
		if got, _ := w.uri(name); got != want {
			t.Errorf("URI of %q is %s, want %s", name, got, want)
		}
	}
	if got, want := fileURI("C:/dir/a.go"), "file:///C:/dir/a.go"; got != want {
		t.Errorf("URI is %s, want %s", got, want)
	}
}

// TestMarks: what the line below a line is, for lines that are hard to measure.
func TestMarks(t *testing.T) {
	for _, test := range []struct {
		line     string
		from, to int // bytes, from 0
		want     string
	}{
		{"x = y", 4, 4, "    ^"}, // no end is known
		{"x = yy", 4, 6, "    ^~"},
		{"x\t= y", 4, 5, "      ^"}, // the tab ends at the fourth column
		{"\t\tf(y)", 4, 5, "          ^"},
		{"日本 = y", 9, 10, "       ^"}, // twice as wide
		{"f(日本, y)", 2, 8, "  ^~~~"},
		{"e\u0301e\u0301 = y", 9, 10, "     ^"}, // no width of its own
		{"a\xff\xfe = y", 6, 7, "      ^"},
	} {
		file := filepath.Join(t.TempDir(), "a.go")
		if err := os.WriteFile(file, []byte(test.line), 0o666); err != nil {
			t.Fatal(err)
		}
		f := Finding{Pos: token.Position{Filename: file, Line: 1, Column: test.from + 1}, End: token.Position{Filename: file, Line: 1, Column: test.to + 1}}
		var out bytes.Buffer
		if err := Write(&out, "text", []Finding{f}, Options{Terminal: true}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), "\n      | "+test.want+"\n") {
			t.Errorf("%q, %d to %d: want %q in\n%s", test.line, test.from, test.to, test.want, &out)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	var out bytes.Buffer
	err := Write(&out, "xml", nil, Options{})
	if want := `unknown format "xml": want one of text, json, sarif, github`; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	if out.Len() > 0 {
		t.Errorf("wrote %q", out.String())
	}
}

type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteFails(t *testing.T) {
	for _, format := range Formats() {
		if err := Write(full{}, format, []Finding{{Rule: "r"}}, Options{}); !errors.Is(err, errFull) {
			t.Errorf("%s: error %v", format, err)
		}
	}
}

func TestNoColorForFiles(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if ColorFor(f) || ColorFor(new(bytes.Buffer)) {
		t.Error("colours for what is no terminal")
	}
}

func TestColorForTerminals(t *testing.T) {
	tty, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip(err)
	}
	defer tty.Close()
	for _, test := range []struct {
		term, noColor   string
		terminal, color bool
	}{
		{"xterm", "", true, true},
		{"xterm", "1", true, false},
		{"dumb", "", false, false},
	} {
		t.Setenv("TERM", test.term)
		t.Setenv("NO_COLOR", test.noColor)
		if ok, _ := TerminalFor(tty); ok != test.terminal || ColorFor(tty) != test.color {
			t.Errorf("%+v: terminal %v, colour %v", test, ok, ColorFor(tty))
		}
	}
}

func TestUnknownSeverityIsAnError(t *testing.T) {
	w := newWorld(t)
	if got := w.write("github", []Finding{{Rule: "r", Severity: "fatal"}}, Options{}); !strings.HasPrefix(got, "::error ") {
		t.Errorf("got %s", got)
	}
}
