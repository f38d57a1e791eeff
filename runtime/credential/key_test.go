package credential_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/ciolint/ciolint/runtime/credential"
)

// What an editor, a shell, a secret store or a template makes of a key, and what the error has to say about it.
var neverKeys = map[string]string{
	"\ufeff" + secretText:              "a byte order mark (U+FEFF) at byte 0",
	secretText + "\ufeff":              "a byte order mark",
	secretText + "\x00":                "a NUL byte (U+0000)",
	secretText[:4] + "\u200bx":         "an invisible character (U+200B) at byte 4",
	secretText[:4] + "\u00adx":         "an invisible character (U+00AD)",
	secretText + "\n" + secretText:     "a line break",
	secretText + "\r" + secretText:     "a line break",
	" " + secretText:                   "spaces around it",
	secretText + "\t":                  "spaces around it",
	"Bearer " + secretText:             "a space (U+0020) at byte 6",
	secretText[:4] + "\u00a0x":         "a space (U+00A0)",
	"   ":                              "nothing but spaces",
	"\u2003\u2003":                     "nothing but spaces",
	secretText + "\x1b":                "a control character (U+001B)",
	secretText[:4] + "\xffx":           "a byte that is no text at byte 4",
	"\u201c" + secretText + "\u201d":   "a character beyond ASCII (U+201C) at byte 0",
	"kéy":                              "a character beyond ASCII (U+00E9)",
	`"` + secretText + `"`:             "in quotes",
	`'` + secretText + `'`:             "in quotes",
	"<your-key>":                       "a placeholder",
	"${CUSTOMERIO_API_KEY}":            "a placeholder",
	"{{.Values.apiKey}}":               "a placeholder",
	"null":                             "no value",
	"undefined":                        "no value",
	"%!s(<nil>)":                       "no value",
	"********":                         "masked",
	`{"api_key":"` + secretText + `"}`: "it is JSON",
	`["` + secretText + `"]`:           "it is JSON",
	utf16Of(secretText, true, false):   "UTF-16",
	utf16Of(secretText, true, true):    "UTF-16",
	utf16Of(secretText, false, false):  "UTF-16",
	utf16Of(secretText, false, true):   "UTF-16",
}

// utf16Of writes a text as Windows editors may.
func utf16Of(text string, mark, bigEndian bool) string {
	units := utf16.Encode([]rune(text))
	if mark {
		units = append([]uint16{0xfeff}, units...)
	}
	var out []byte
	for _, u := range units {
		low, high := byte(u), byte(u>>8)
		if bigEndian {
			low, high = high, low
		}
		out = append(out, low, high)
	}
	return string(out)
}

func TestWhatCanNeverBeAKeyIsRefused(t *testing.T) {
	for value, says := range neverKeys {
		err := credential.CheckKey(value)
		if !errors.Is(err, credential.ErrMalformed) || !strings.Contains(err.Error(), says) || leaks(err.Error()) {
			t.Errorf("%q: %v, want %q", value, err, says)
		}
	}
	if err := credential.CheckKey(""); !errors.Is(err, credential.ErrEmpty) {
		t.Errorf("empty: %v", err)
	}
}

func TestWhatMayBeAKeyIsTaken(t *testing.T) {
	for _, value := range []string{
		secretText, strings.Repeat("0123456789abcdef", 4), "sa_live_" + strings.Repeat("a", 40), "a", "%", "<", "$x",
		"a.b-c_d~e+f/g=", "eyJhbGciOi.eyJzdWIi.c2ln", "nullable", "Null", "**a**", `"`, "{", "a'b", "x{}",
	} {
		if err := credential.CheckKey(value); err != nil {
			t.Errorf("%q: %v", value, err)
		}
	}
}

// Whichever way a text comes, it is judged before anybody gets it.
func TestEverySourceChecksItsKey(t *testing.T) {
	dir := t.TempDir()
	for value, says := range neverKeys {
		path := filepath.Join(dir, "key")
		if err := os.WriteFile(path, []byte(value), 0o600); err != nil {
			t.Fatal(err)
		}
		document, err := json.Marshal(map[string]string{"key": value})
		if err != nil {
			t.Fatal(err)
		}
		sources := map[string]credential.Source{
			"file": credential.File(path), "static": credential.Static(value),
			"function": credential.SourceFunc(func(context.Context) (string, error) { return value, nil }),
		}
		if !strings.Contains(value, "\x00") { // no variable can hold it
			t.Setenv("CIO_TEST_NEVER", value)
			sources["environment"] = credential.Env("CIO_TEST_NEVER")
		}
		if strings.ToValidUTF8(value, "") == value { // else JSON replaces it
			sources["field"] = credential.Field(credential.Static(string(document)), "key")
		}
		for name, source := range sources {
			got, err := source.Get(t.Context())
			if got != "" || !errors.Is(err, credential.ErrMalformed) || !strings.Contains(err.Error(), says) || leaks(err.Error()) {
				t.Errorf("%s of %q: %v, want %q", name, value, err, says)
			}
		}
	}
}

// A JSON secret may be written over several lines: what is checked is the field.
func TestAFieldOfAnIndentedDocument(t *testing.T) {
	text := "{\n\t\"site_id\": \"site\",\n\t\"api_key\": \"" + secretText + "\"\n}\n"
	path := writeFile(t, t.TempDir(), "secret.json", text)
	t.Setenv("CIO_TEST_DOCUMENT", text)
	for _, whole := range []credential.Source{
		credential.File(path), credential.Env("CIO_TEST_DOCUMENT"), credential.Static(text),
		credential.SourceFunc(func(context.Context) (string, error) { return text, nil }),
	} {
		if got := mustGet(t, credential.Field(whole, "api_key")); got != secretText {
			t.Errorf("%v: %q", whole, got)
		}
		if _, err := whole.Get(t.Context()); !errors.Is(err, credential.ErrMalformed) || !strings.Contains(err.Error(), "Field") {
			t.Errorf("%v as a key: %v", whole, err)
		}
	}
}

// A source of somebody else's is judged where its key is used.
func TestRotatingChecksTheKeysOfOtherSources(t *testing.T) {
	for value, says := range neverKeys {
		_, err := credential.NewRotating(t.Context(), credential.Config[string]{
			Sources: []credential.Source{foreign(value)},
			Build:   func([]credential.String) (string, error) { return "", nil },
		})
		if !errors.Is(err, credential.ErrMalformed) || !strings.Contains(err.Error(), says) || leaks(err.Error()) {
			t.Errorf("%q: %v", value, err)
		}
	}
}

func TestReadIsCareful(t *testing.T) {
	for value, says := range neverKeys {
		got, err := credential.Read(t.Context(), foreign(value))
		if got != "" || !errors.Is(err, credential.ErrMalformed) || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), "foreign") || leaks(err.Error()) {
			t.Errorf("%q: %v", value, err)
		}
	}
	if got, err := credential.Read(t.Context(), foreign(secretText)); got != secretText {
		t.Error(err)
	}
	if _, err := credential.Read(t.Context(), nil); !errors.Is(err, credential.ErrNotSet) {
		t.Errorf("nil: %v", err)
	}
}

type foreign string

func (f foreign) Get(context.Context) (string, error) { return string(f), nil }

func FuzzNoErrorShowsTheKey(f *testing.F) {
	for value := range neverKeys {
		f.Add(value)
	}
	f.Fuzz(isJudgedWithoutBeingShown)
}

func isJudgedWithoutBeingShown(t *testing.T, key string) {
	err := credential.CheckKey(key)
	if err != nil && len(key) > 12 && strings.Contains(err.Error(), key) {
		t.Fatalf("%q is in its error", key)
	}
	for _, c := range []byte(key) {
		if err == nil && (c <= ' ' || c >= 0x7f) {
			t.Fatalf("%q was taken", key)
		}
	}
	if (err == nil) != (credential.CheckKey(key) == nil) || err == nil && credential.CheckKey(key+"\n") == nil {
		t.Fatalf("%q is judged in two ways", key)
	}
}
