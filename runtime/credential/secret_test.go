package credential_test

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"log"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/credential"
)

// secretText is searched for in every output below; it is no key of anything.
const secretText = "made-up-and-secret"

type settings struct {
	Key    credential.String
	hidden credential.String
	ptr    *credential.String
	list   []credential.String
	any    any
}

func newSettings() settings {
	s := credential.NewString(secretText)
	return settings{s, s, &s, []credential.String{s}, s}
}

// outputs are all the ways a value gets onto a screen or a wire by accident.
func outputs(v any) map[string]string {
	out := map[string]string{}
	for _, verb := range []string{"v", "+v", "#v", "s", "q", "x", "X", "d", "t", "p", "T", "08.3f", "U", "w", "-40s", "!"} {
		out["fmt %"+verb] = fmt.Sprintf("%"+verb, v)
	}
	out["Sprint"] = fmt.Sprint(v, []any{v}, map[string]any{"k": v}, &v)
	out["Errorf"] = fmt.Errorf("failed with %v: %w", v, errors.New("x")).Error()
	text, _ := json.Marshal(map[string]any{"v": v})
	out["json"] = string(text)
	text, _ = xml.Marshal(v)
	out["xml"] = string(text)
	var b bytes.Buffer
	_ = gob.NewEncoder(&b).Encode(v)
	out["gob"] = b.String()
	for name, handler := range map[string]slog.Handler{"text": slog.NewTextHandler(&b, nil), "json": slog.NewJSONHandler(&b, nil)} {
		b.Reset()
		l := slog.New(handler)
		l.With("with", v).WithGroup("g").Error("m", "attr", v, slog.Any("any", []any{v}), slog.Group("in", "k", v))
		out["slog "+name] = b.String()
	}
	b.Reset()
	log.New(&b, "", 0).Println(v)
	out["log"] = b.String()
	b.Reset()
	_ = template.Must(template.New("").Parse(`{{.}} <a href="?k={{.}}" onclick="f({{.}})">`)).Execute(&b, v)
	out["template"] = b.String()
	return out
}

func TestStringNeverPrints(t *testing.T) {
	s := newSettings()
	for name, v := range map[string]any{
		"value": s.Key, "pointer": &s.Key, "exported and unexported fields": s, "pointer to struct": &s,
		"slice": s.list, "map": map[string]credential.String{"k": s.Key}, "array": [1]credential.String{s.Key},
		"source": credential.Static(secretText), "authorization": authorization(t),
		"config": credential.Config[int]{Sources: []credential.Source{credential.Static(secretText)}},
	} {
		for way, text := range outputs(v) {
			if leaks(text) {
				t.Errorf("%s by %s: the secret is in %q", name, way, text)
			}
		}
	}
}

// leaks looks for the secret as it is, in hex, in base64 and as a list of numbers.
func leaks(text string) bool {
	for _, form := range []string{secretText, fmt.Sprintf("%x", secretText), "bWFkZS11cC1hbmQtc2VjcmV0", "109 97 100 101"} {
		if strings.Contains(strings.ToLower(text), strings.ToLower(form)) {
			return true
		}
	}
	return false
}

func authorization(t *testing.T) credential.Authorization {
	t.Helper()
	a, err := credential.Basic([]credential.String{credential.NewString(secretText)})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestStringShowsThatItHidesSomething(t *testing.T) {
	s := credential.NewString(secretText)
	text, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	// A log handler of somebody else's sees the resolved value and nothing more.
	if kind := slog.AnyValue(s).Resolve().Kind(); kind != slog.KindString {
		t.Errorf("slog resolves to a %v", kind)
	}
	for _, got := range []string{s.String(), fmt.Sprintf("%#v", s), fmt.Sprintf("%x", s), strings.Trim(string(text), `"`),
		slog.AnyValue(s).Resolve().String()} {
		if got != "[redacted]" {
			t.Errorf("got %q", got)
		}
	}
}

func TestStringCannotBeReadBack(t *testing.T) {
	var settings struct{ Key credential.String }
	if err := json.Unmarshal([]byte(`{"Key": "[redacted]"}`), &settings); err == nil || settings.Key.Reveal() != "" {
		t.Errorf("json made a key out of its own redaction: %v", err)
	}
}

func TestStringValue(t *testing.T) {
	s, zero := credential.NewString(secretText), credential.String{}
	if s.Reveal() != secretText || zero.Reveal() != "" {
		t.Error("Reveal")
	}
	if !s.Equal(credential.NewString(secretText)) || s.Equal(zero) || zero.Equal(s) || !zero.Equal(credential.NewString("")) {
		t.Error("Equal")
	}
	if s.IsEmpty() || !zero.IsEmpty() {
		t.Error("IsEmpty")
	}
}

// A panic is printed by the Go runtime, after the program is past helping, so another process has to die for this.
func TestPanicDoesNotPrint(t *testing.T) {
	if os.Getenv("CREDENTIAL_TEST_PANIC") != "" {
		s := newSettings()
		panics := map[string]any{"value": s.Key, "struct": s, "pointer": &s.Key, "error": fmt.Errorf("with %v", s)}
		panic(panics[os.Getenv("CREDENTIAL_TEST_PANIC")])
	}
	for _, what := range []string{"value", "struct", "pointer", "error"} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestPanicDoesNotPrint$")
		cmd.Env = append(os.Environ(), "CREDENTIAL_TEST_PANIC="+what)
		out, err := cmd.CombinedOutput()
		if err == nil || !bytes.Contains(out, []byte("panic:")) {
			t.Fatalf("%s: the child did not panic: %s", what, out)
		}
		if leaks(string(out)) {
			t.Errorf("%s: the secret is in the trace:\n%s", what, out)
		}
	}
}
