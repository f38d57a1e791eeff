package main

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"github.com/ciolint/ciolint/internal/catalog"
	"github.com/ciolint/ciolint/internal/policy"
)

// The schema of policies is tested here because golangci-lint brings a
// validator along, which the root module has no other use for.

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(policy.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("policy.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("policy.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// valid asks the schema. Editors see the same data: YAML as JSON.
func valid(t *testing.T, s *jsonschema.Schema, text string) bool {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	data, err := json.Marshal(jsonable(v))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc) == nil
}

// jsonable gives mappings the keys that JSON has.
func jsonable(v any) any {
	switch v := v.(type) {
	case map[any]any:
		m := map[string]any{}
		for k, x := range v {
			text, _ := json.Marshal(k)
			m[strings.Trim(string(text), `"`)] = jsonable(x)
		}
		return m
	case map[string]any:
		m := map[string]any{}
		for k, x := range v {
			m[k] = jsonable(x)
		}
		return m
	case []any:
		var list []any
		for _, x := range v {
			list = append(list, jsonable(x))
		}
		if list == nil {
			return []any{}
		}
		return list
	}
	return v
}

// TestSchema: the schema and the linter accept and refuse the same policies,
// as far as a schema can tell.
func TestSchema(t *testing.T) {
	t.Parallel()
	s := schema(t)
	good := []string{
		"", "# nothing\n", string(policy.Starter()),
		"tests: true", "require-sanitizer: unless-clean",
		"keys: {never-send: [a, \"re:^b\"], hash: [c], allow: [\"a b\"]}",
		"sanitizers: [a.com/b.F, (*a.com/b.T).M, (a.com/b.U).M, \"(*a.com/b.G[K, V]).M\", strings.ToUpper]",
		"sinks: [{function: a.com/b.F, arguments: {0: attributes, 10: identifier}}]",
		"sources: [{function: a.com/b.F, class: hash}, {field: a.com/b.T.F, class: allow}, {variable: a.com/b.V, class: never-send}, {type: a.com/b.T, class: hash}]",
		"rules: {webhook: off, neversend: on, identifier: warning, erasure: note, credential: error, unsanitized: false, ignore: true}",
	}
	bad := []string{
		"[]", "text", "3", "{}", "test: true", "tests: 1", "tests: \"true\"", "require-sanitizer: maybe", "require-sanitizer: true",
		"keys: []", "keys: {}", "keys: {deny: [a]}", "keys: {hash: a}", "keys: {hash: []}", "keys: {hash: [1]}", "keys: {hash: [\"\"]}", "keys: {hash: [\" a\"]}", "keys: {hash: [a, a]}",
		"sanitizers: a.com/b.F", "sanitizers: []", "sanitizers: [F]", "sanitizers: [(*a.com/b.T)]", "sanitizers: [{function: a.com/b.F}]", "sanitizers: [a.com/b.F, a.com/b.F]", "sanitizers: [\"a b.F\"]",
		"sinks: [{function: a.com/b.F}]", "sinks: [{arguments: {0: attributes}}]", "sinks: [{function: a.com/b.F, arguments: {}}]", "sinks: [{function: a.com/b.F, arguments: {x: attributes}}]",
		"sinks: [{function: a.com/b.F, arguments: {-1: attributes}}]", "sinks: [{function: a.com/b.F, arguments: {0: data}}]", "sinks: [{function: a.com/b.F, arguments: {0: attributes}, name: x}]",
		"sources: [{function: a.com/b.F}]", "sources: [{class: hash}]", "sources: [{function: a.com/b.F, type: a.com/b.T, class: hash}]", "sources: [{function: a.com/b.F, class: keep}]", "sources: [{field: T, class: hash}]",
		"rules: {}", "rules: [webhook]", "rules: {webhooks: off}", "rules: {webhook: fatal}", "rules: {webhook: 1}",
	}
	for _, text := range good {
		if _, err := policy.Parse("p", []byte(text)); err != nil || !valid(t, s, text) {
			t.Errorf("%s\nlinter: %v, schema: %v", text, err, valid(t, s, text))
		}
	}
	for _, text := range bad {
		if _, err := policy.Parse("p", []byte(text)); err == nil || valid(t, s, text) {
			t.Errorf("%s\nlinter: %v, schema: %v", text, err, valid(t, s, text))
		}
	}
}

// TestSchemaIsComplete: the schema names every rule and role.
func TestSchemaIsComplete(t *testing.T) {
	t.Parallel()
	var doc struct {
		Properties struct {
			Rules struct{ Properties map[string]any }
		}
		Defs struct{ Role struct{ Enum []string } } `json:"$defs"`
	}
	if err := json.Unmarshal(policy.Schema(), &doc); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(doc.Defs.Role.Enum, policy.Roles()) {
		t.Errorf("roles %q, want %q", doc.Defs.Role.Enum, policy.Roles())
	}
	for _, r := range catalog.Names() {
		if doc.Properties.Rules.Properties[r] == nil {
			t.Errorf("the rule %s is missing", r)
		}
	}
	if len(doc.Properties.Rules.Properties) != len(catalog.Names()) {
		t.Errorf("rules %v, want %q", doc.Properties.Rules.Properties, catalog.Names())
	}
}
