package sanitize_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/pii"
	"github.com/ciolint/ciolint/runtime/sanitize"
)

func FuzzJSON(f *testing.F) {
	for _, seed := range []string{
		`{"plan":"pro","ssn":"1","phone":"+1"}`, `[{"card":{"number":1}}]`, `{"phone":{"a":[1,{"ssn":2}]},"phone_hash":"x"}`,
		`{"a":"{\"ssn\":1}","b":"[1,"}`, `{"ip":1e5,"ip_hash":[1,"2"],"x":-0.0e-3}`, `{"cio_relationships":{"relationships":[{}]}}`, `"x"`, `1e`,
		`{"a":"4111 1111 1111 1111","phone_hash_hash":"1234567"}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		before := bytes.Clone(data)
		once, err := sanitize.JSON(data)
		if !bytes.Equal(data, before) {
			t.Fatal("the input was changed")
		}
		if err != nil {
			if once != nil || json.Valid(data) {
				t.Fatalf("%v for valid data", err)
			}
			return
		}
		if !json.Valid(once) {
			t.Fatalf("invalid: %s", once)
		}
		twice, err := sanitize.JSON(once)
		if err != nil || !bytes.Equal(once, twice) {
			t.Fatalf("%v\nonce  %s\ntwice %s", err, once, twice)
		}
	})
}

// FuzzKeys puts a value under any key, alone and below another.
func FuzzKeys(f *testing.F) {
	f.Add("card", "number", "4111 1111 1111 1111")
	f.Add("phone_hash", "phone", "+1 202 555 0100")
	f.Add("cio_relationships", "identifiers", "x")
	f.Add("ssn_hash_hash", "a.b.c.d.e", "{}")
	f.Add("geo", "lat_hash", "[1]")
	f.Add("a", "b", "a://b:c@")
	f.Add("a", "b", "Bearer")
	s := sanitize.New(sanitize.Hash("nick"), sanitize.NeverSend("a.b"), sanitize.Allow("note", "phone"))
	f.Fuzz(func(t *testing.T, outer, inner, text string) {
		in := object{outer: object{inner: text, "plan": 1, "l": list{object{inner: text}}}, inner: text, outer + "_hash": text, inner + "_hash": 7}
		for _, clean := range []func(map[string]any) map[string]any{
			sanitize.Attributes, sanitize.MessageData, s.Attributes, s.MessageData,
		} {
			once := clean(in)
			if twice := clean(once); !reflect.DeepEqual(once, twice) {
				t.Fatalf("once  %#v\ntwice %#v", once, twice)
			}
		}
		if _, isThere := sanitize.Attributes(object{inner: text})[inner]; isThere && pii.Classify(inner) == pii.NeverSend {
			t.Fatalf("%q passed", inner)
		}
		for _, match := range pii.Detect(text) {
			if len(text) < 8 && match.Kind <= pii.PrivateKey {
				t.Fatalf("%v in %q, which the sanitizer does not search", match.Kind, text)
			}
		}
	})
}

// FuzzText puts a pair that must not pass, encoded up to three times, between any two texts.
func FuzzText(f *testing.F) {
	f.Add("", "", byte(0), false)
	f.Add(`{"card":{"x":"}","number":1,`, `,"x`, byte(0), false)
	f.Add("\ufeff[", "]", byte(1), true)
	f.Add(`5" {`, `\`, byte(2), true)
	f.Add(`"a\\":'b': {"phone_hash":(`, `{"a":1}{`, byte(3), false)
	f.Add(`{"ssn":[1,{"a":"x"}],"phone":"+1 `, "\n", byte(0), true)
	f.Add("["+"[", ")4111 1111 1111 1111", byte(0), false)
	const secret = "secretsecret"
	f.Fuzz(func(t *testing.T, before, after string, encoded byte, isCut bool) {
		if strings.Contains(before+after, "secret") {
			return
		}
		pair := jsonString(`{"plan":1,"ssn":"`+secret+`"}`, int(encoded%4))
		if isCut {
			pair = pair[:strings.Index(pair, secret)+len(secret)]
		}
		for _, key := range []string{"meta", "email"} {
			once := sanitize.Attributes(object{key: before + pair + after})
			if strings.Contains(once[key].(string), secret) {
				t.Fatalf("%q became %q", before+pair+after, once[key])
			}
			if twice := sanitize.Attributes(once); !reflect.DeepEqual(once, twice) {
				t.Fatalf("once  %q\ntwice %q", once, twice)
			}
		}
	})
}
