package baseline

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// entry is a finding in the form of the file, with its right fingerprint.
func entry(rule string, count int) string {
	id := identity{rule, "p", "f", "m"}
	return fmt.Sprintf(`{"rule": %q, "package": "p", "function": "f", "file": "a.go", "message": "m", "count": %d, "fingerprint": %q}`, rule, count, id.fingerprint())
}

func file(entries ...string) string {
	return "{\n\"version\": 1,\n\"findings\": [\n" + strings.Join(entries, ",\n") + "\n]\n}\n"
}

func TestParse(t *testing.T) {
	b, err := parse([]byte(file(entry("a", 1), entry("b", 3))))
	if err != nil || len(b.Findings) != 2 || b.Findings[1].Count != 3 || b.Findings[1].Rule != "b" {
		t.Errorf("%+v, %v", b, err)
	}
}

func TestParseErrors(t *testing.T) {
	for _, test := range []struct {
		name, text, want string
	}{
		{"empty", "", ":1: the file ends too early"},
		{"not JSON", "findings:\n  - x\n", ":1: this is not JSON"},
		{"null", "null", ":1: no version"},
		{"list", "[]", ":1: want an object"},
		{"other JSON", `{"a": 1}`, ":1: no version"},
		{"later version", "{\"version\": 2, \"things\": {}}", ":1: version 2 is unknown, this ciolint knows 1"},
		{"version as text", "{\n\"version\": \"1\"}", ":2: string is no value here: want a number"},
		{"no findings", `{"version": 1}`, ":1: no findings"},
		{"findings null", "{\"version\": 1,\n\"findings\": null}", ":2: want a list of findings"},
		{"unknown field", "{\"version\": 1,\n\n\"finding\": []}", `:3: unknown field "finding": want version, findings`},
		{"unknown field of an entry", file(strings.Replace(entry("a", 1), `"count"`, `"number"`, 1)), `:4: unknown field "number": want rule, package`},
		{"field twice", file(strings.Replace(entry("a", 1), `"count"`, `"rule": "a", "count"`, 1)), `:4: "rule" occurs twice`},
		{"cut off", file(entry("a", 1))[:60], ":4: the file ends too early"},
		{"cut off behind an entry", strings.TrimSuffix(file(entry("a", 1)), "\n]\n}\n"), ":4: the file ends too early"},
		{"merge conflict", file(entry("a", 1), "<<<<<<< HEAD", entry("b", 1)), ":5: this is not JSON"},
		{"comma missing", file(entry("a", 1) + "\n" + entry("b", 1)), ":5: this is not JSON"},
		{"garbage behind", file() + "{}", ":7: there is something behind the baseline"},
		{"text behind", file() + "\nabc", ":8: there is something behind the baseline"},
		{"count 0", file(entry("a", 1), entry("b", 0)), ":5: count is 0"},
		{"count negative", file(entry("a", -1)), ":4: count is -1"},
		{"count too large", file(strings.Replace(entry("a", 1), `: 1,`, `: 99999999999999999999,`, 1)), ":4: number 99999999999999999999 is no value here"},
		{"count not whole", file(strings.Replace(entry("a", 1), `: 1,`, `: 1.5,`, 1)), ":4: number 1.5 is no value here"},
		{"rule not text", file(strings.Replace(entry("a", 1), `"a"`, `["a"]`, 1)), ":4: array is no value here: want a string"},
		{"entry not an object", file(`"a"`), ":4: want an object"},
		{"empty entry", file("{}"), ":4: an empty finding"},
		{"the same twice", file(entry("a", 1), entry("b", 1), entry("a", 2)), ":6: the same finding as in line 4"},
		{"edited", file(entry("a", 1), strings.Replace(entry("b", 1), `"m"`, `"harmless"`, 1)), ":5: the fingerprint does not belong"},
	} {
		t.Run(test.name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), "b.json")
			if err := os.WriteFile(name, []byte(test.text), 0o666); err != nil {
				t.Fatal(err)
			}
			b, err := Read(name)
			if err == nil || !strings.HasPrefix(err.Error(), name+test.want) {
				t.Errorf("%v, error %v, want %s", b, err, test.want)
			}
		})
	}
}

func TestReadNothing(t *testing.T) {
	name := filepath.Join(t.TempDir(), "none.json")
	if _, err := Read(name); err == nil || !strings.HasPrefix(err.Error(), "cannot read the baseline: ") || !strings.Contains(err.Error(), name) {
		t.Errorf("error %v", err)
	}
	if _, err := Read(filepath.Dir(name)); err == nil || !strings.HasPrefix(err.Error(), "cannot read the baseline: ") {
		t.Errorf("error %v", err)
	}
}

// FuzzParse: a text is refused at one of its lines, or it is a baseline that is
// written and read again as it is.
func FuzzParse(f *testing.F) {
	f.Add([]byte(file(entry("a", 1), entry("b", 2))))
	f.Add([]byte(`{"version": 1, "findings": []} x`))
	f.Add([]byte(`{"version": 9}`))
	f.Add([]byte("[{\"\xff\": null"))
	f.Fuzz(func(t *testing.T, text []byte) {
		b, err := parse(text)
		if err != nil {
			e, ok := err.(*lineError)
			if !ok || e.line < 1 || e.line > 1+strings.Count(string(text), "\n") || e.text == "" {
				t.Fatalf("error %#v", err)
			}
			return
		}
		again, err := b.encode()
		if err != nil {
			t.Fatal(err)
		}
		c, err := parse(again)
		if err != nil || fmt.Sprint(c) != fmt.Sprint(b) {
			t.Fatalf("%v\nwritten and read again: %v, %v", b, c, err)
		}
	})
}
