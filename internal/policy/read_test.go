package policy

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/pii"
)

func parse(t *testing.T, text string) *Policy {
	t.Helper()
	p, err := Parse("p.yml", []byte(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return p
}

// TestMistakes: what a policy must not say is refused with its place, and
// with something to do about it.
func TestMistakes(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, text, want string }{
		{"unknown field", "tests: true\nsanitizer: []\n", `p.yml:2:1: unknown field "sanitizer"; the fields are keys, sanitizers,`},
		{"unknown field of keys", "keys:\n  never_send: [a]\n", `p.yml:2:3: unknown field "never_send"; the fields are never-send, hash or allow`},
		{"unknown field of a sink", "sinks:\n  - function: a.B\n    args: {0: attributes}\n", `p.yml:3:5: unknown field "args"`},
		{"unknown field of a source", "sources:\n  - method: a.B\n    class: hash\n", `p.yml:2:5: unknown field "method"`},
		{"a list at the top", "- keys\n", `p.yml:1:1: this is a list, want a mapping with the fields`},
		{"text at the top", "hello\n", `p.yml:1:1: this is text, want a mapping`},
		{"a mapping for a list", "sanitizers: {a: b}\n", `p.yml:1:13: this is a mapping, want a list`},
		{"text for a list", "keys:\n  allow: phone\n", `p.yml:2:10: this is text, want a list`},
		{"a number for text", "keys:\n  allow: [1]\n", `p.yml:2:11: this is a number, want text; put it in quotes`},
		{"text for a truth value", "tests: \"yes\"\n", `p.yml:1:8: this is text, want true or false`},
		{"duplicate field", "tests: true\nrules: {webhook: off}\ntests: false\n", `p.yml:3:1: "tests" is already given in line 1`},
		{"empty field", "keys:\ntests: true\n", `p.yml:1:1: "keys" is empty`},
		{"empty mapping", "keys: {}\n", `p.yml:1:7: this is empty`},
		{"empty list", "sanitizers: []\n", `p.yml:1:13: the list is empty`},
		{"empty entry", "keys:\n  allow:\n    - phone\n    -\n", `p.yml:4:6: the entry is empty`},
		{"empty text", "keys: {allow: [\"\"]}\n", `p.yml:1:16: the text is empty`},
		{"white space", "keys: {allow: [\" phone\"]}\n", `p.yml:1:16: the text begins or ends with white space`},
		{"a key without letters", "keys: {allow: [\"--\"]}\n", `p.yml:1:16: "--" has no letter or digit`},
		{"bad regexp", "keys:\n  never-send: [\"re:a(b\"]\n", "p.yml:2:16: bad regular expression: error parsing regexp: missing closing ): `a(b`"},
		{"empty regexp", "keys: {never-send: [\"re:\"]}\n", `p.yml:1:21: re: lacks its regular expression`},
		{"regexp for everything", "keys: {allow: [\"re:.*\"]}\n", `p.yml:1:16: this regular expression matches the empty text`},
		{"one key, two classes", "keys:\n  never-send: [order_note]\n  allow: [OrderNote]\n", `p.yml:3:11: "OrderNote" is listed under never-send in line 2, too`},
		{"one key twice", "keys:\n  hash: [a, A]\n", `p.yml:2:13: "A" is already listed in line 2`},
		{"one regexp, two classes", "keys:\n  hash: [\"re:^a\"]\n  allow: [\"re:^a\"]\n", `p.yml:3:11: "re:^a" is listed under hash in line 2, too`},
		{"allow what cannot be", "keys: {allow: [credit_card]}\n", `p.yml:1:16: "credit_card" cannot be allowed`},
		{"hash what is never sent", "keys: {hash: [passport_number]}\n", `p.yml:1:15: "passport_number" is never sent, and its digest can be undone`},
		{"no tag", "tags: {hash: [privacy]}\n", `p.yml:1:15: "privacy" is no struct tag; write its key and value`},
		{"the tag pii", "tags: {hash: [\"pii:yes\"]}\n", `p.yml:1:15: the tag pii is ciolint's own`},
		{"the tag json", "tags: {hash: [\"json:a\"]}\n", `p.yml:1:15: the tag json says how a field is written`},
		{"one tag, two classes", "tags:\n  hash: [\"a:b\"]\n  allow: [\"a:b\"]\n", `p.yml:3:11: "a:b" is already listed under hash`},
		{"unknown mode", "require-sanitizer: sometimes\n", `p.yml:1:20: unknown value "sometimes", want always, unless-clean or never`},
		{"unknown rule", "rules:\n  webhooks: off\n", `p.yml:2:3: unknown rule "webhooks"; the rules are neversend, unsanitized, credential, identifier, erasure, webhook or ignore`},
		{"unknown severity", "rules: {webhook: fatal}\n", `p.yml:1:18: want on, off, error, warning or note`},
		{"a list of rules", "rules: [webhook]\n", `p.yml:1:8: this is a list, want a mapping with rules`},
		{"no import path", "sanitizers: [Scrub]\n", `p.yml:1:14: "Scrub" lacks its import path or its name`},
		{"a method without brackets", "sanitizers: [a.com/b.Client.Clean]\n", `p.yml:1:14: "a.com/b.Client.Clean" is no function; write a method as (a.com/b.Client).Clean, or (*a.com/b.Client).Clean`},
		{"no method name", "sanitizers: [(*a.com/b.Client)]\n", `p.yml:1:14: "(*a.com/b.Client)" is no method`},
		{"spaces in a path", "sanitizers: [\"a.com/x y.F\"]\n", `p.yml:1:14: "a.com/x y.F": an import path has no spaces`},
		{"relative path", "sanitizers: [./b.F]\n", `p.yml:1:14: "./b.F": "./b" is no import path`},
		{"function twice", "sanitizers: [a.com/b.F]\nsources:\n  - {function: a.com/b.F, class: hash}\n", `p.yml:3:16: a.com/b.F is already named in line 1`},
		{"method twice", "sanitizers: [(a.com/b.T).F, (*a.com/b.T).F]\n", `p.yml:1:29: (*a.com/b.T).F is already named in line 1`},
		{"sink without function", "sinks:\n  - arguments: {0: attributes}\n", `p.yml:2:5: the sink lacks its function`},
		{"sink without arguments", "sinks:\n  - function: a.com/b.F\n", `p.yml:2:5: the sink lacks its arguments`},
		{"unknown role", "sinks:\n  - function: a.com/b.F\n    arguments: {0: attribute}\n", `p.yml:3:20: unknown role "attribute"; the roles are attributes, event-data,`},
		{"argument by name", "sinks:\n  - function: a.com/b.F\n    arguments: {attrs: attributes}\n", `p.yml:3:17: "attrs" is no argument; write its index`},
		{"negative argument", "sinks:\n  - function: a.com/b.F\n    arguments: {-1: attributes}\n", `p.yml:3:17: "-1" is no argument`},
		{"huge argument", "sinks:\n  - function: a.com/b.F\n    arguments: {99999999999999999999: attributes}\n", `p.yml:3:17: "99999999999999999999" is no argument`},
		{"source of two kinds", "sources:\n  - {function: a.com/b.F, type: a.com/b.T, class: hash}\n", `p.yml:2:33: a source is one of function, field, variable or type`},
		{"source of no kind", "sources:\n  - class: hash\n", `p.yml:2:5: the source lacks its function, field, variable or type`},
		{"source without class", "sources:\n  - function: a.com/b.F\n", `p.yml:2:5: the source lacks its class: never-send, hash or allow`},
		{"unknown class", "sources:\n  - {function: a.com/b.F, class: secret}\n", `p.yml:2:34: unknown class "secret"; the classes are never-send, hash or allow`},
		{"no field", "sources:\n  - {field: a.com/b.F, class: hash}\n", `p.yml:2:13: "a.com/b.F" is no field; write it as`},

		{"tab", "keys:\n\tallow: [a]\n", `p.yml:2:1: no YAML: found character that cannot start any token; indent by spaces, not by tabs`},
		{"unclosed list", "keys: {allow: [a, b\ntests: true\n", `p.yml:2:`},
		{"unclosed quote", "keys: {allow: [\"a]}\n", `no YAML: found unexpected end of stream while scanning a quoted scalar that begins in line 1`},
		{"two documents", "tests: true\n---\ntests: false\n", `p.yml:2:1: a second YAML document begins here`},
		{"alias", "keys:\n  hash: &h [a]\n  allow: *h\n", `p.yml:2:9: anchor &h; a policy has no aliases`},
		{"alias of nothing", "keys: *h\n", `p.yml:1:7: no YAML: unknown anchor 'h' referenced`},
		{"merge", "keys:\n  <<: {hash: [a]}\n", `p.yml:2:3: unknown field "<<"`},
		{"tag", "keys: !custom\n  hash: [a]\n", `p.yml:1:7: tag !custom; a policy has no tags`},
		{"no text", "\x7fELF\x02", `p.yml:1:1: control character U+007F`},
		{"latin-1", "tests: true\nkeys: {hash: [stra\xdfe]}\n", `p.yml:2:19: this is no UTF-8 text`},
		{"ten megabytes", "# " + strings.Repeat("x", 10<<20), `p.yml:1:1: the file is larger than 1024 KiB`},
		{"deep", strings.Repeat("[", 100_000), `p.yml:1:10001: no YAML: exceeded max depth`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p, err := Parse("p.yml", []byte(test.text))
			if err == nil {
				t.Fatalf("accepted: %+v", p)
			}
			if !strings.Contains(err.Error(), test.want) {
				t.Errorf("error is\n%v\nwant\n%s", err, test.want)
			}
		})
	}
}

// TestManyMistakes: all are told at once, in order, as long as there are few.
func TestManyMistakes(t *testing.T) {
	t.Parallel()
	_, err := Parse("p.yml", []byte("sinks: 3\ntests: 4\nkeys: 5\n"))
	want := "p.yml:1:8: this is a number, want a list\np.yml:2:8: this is a number, want true or false\np.yml:3:7: this is a number, want a mapping with the fields never-send, hash or allow"
	if err == nil || err.Error() != want {
		t.Errorf("error is\n%v\nwant\n%s", err, want)
	}
	_, err = Parse("p.yml", []byte(strings.Repeat("- x\n", 3)))
	if err == nil {
		t.Error("a list is no policy")
	}
	var text strings.Builder
	for i := range 50 {
		fmt.Fprintf(&text, "field%d: 1\n", i)
	}
	_, err = Parse("p.yml", []byte(text.String()))
	if lines := strings.Split(err.Error(), "\n"); len(lines) != maxMistakes+1 || lines[maxMistakes] != "and 30 more" {
		t.Errorf("%d lines: %v", len(lines), err)
	}
}

// TestAccepted: what is unusual but right.
func TestAccepted(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"nothing":           "",
		"a comment":         "# nothing yet\n",
		"an empty document": "---\n",
		"a byte order mark": "\ufefftests: true\n",
		"the end marked":    "tests: true\n...\n",
		"Windows lines":     "tests: true\r\nkeys:\r\n  hash: [a]\r\n",
		"JSON":              `{"tests": true, "sinks": [{"function": "a.com/b.F", "arguments": {"0": "attributes"}}]}`,
		"every method form": "sanitizers: [(*a.com/b.T).F, (a.com/b.U).F, \"(*a.com/b.G[K, V]).F\", gopkg.in/x.v3.F, a.F, a.com/b-c.F]\n",
		"rules":             "rules: {webhook: off, neversend: on}\n",
		"rules as YAML 1.1": "rules: {webhook: false, neversend: true}\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			parse(t, text)
		})
	}
	if p := parse(t, "tests: True\n"); !p.Tests {
		t.Error("True is true")
	}
}

func TestSeverity(t *testing.T) {
	t.Parallel()
	p := parse(t, "rules: {webhook: off}\n")
	if p.Applies("webhook") || !p.Applies("neversend") || p.Severity("neversend") != Error {
		t.Errorf("%+v", p.severity)
	}
	p = parse(t, "rules: {webhook: on, neversend: note}\n")
	if p.Severity("webhook") != Error || p.Severity("neversend") != Note {
		t.Errorf("%+v", p.severity)
	}
}

func TestClass(t *testing.T) {
	t.Parallel()
	p := parse(t, `
keys:
  never-send: [internal_score, order.note, "re:^kyc_", "re:(?i)salary"]
  hash: [employee_number, "re:_ref$", kyc_city]
  allow: [phone, salary_band, "re:^kyc_public", "re:ssn"]
`)
	for name, want := range map[string]pii.Class{
		"internal_score": pii.NeverSend, "InternalScore": pii.NeverSend, "user.internal-score": pii.NeverSend, "internal_score_max": pii.Keep,
		"note": pii.Keep, "order.note": pii.NeverSend, "orderNote": pii.NeverSend, "customer.order.note": pii.NeverSend,
		"kyc_level": pii.NeverSend, "user.kyc_level": pii.NeverSend, "my_kyc_level": pii.Keep,
		"kyc_public_level": pii.NeverSend, // the strictest of two patterns
		"kyc_city":         pii.Hash,      // what is exact wins over patterns
		"MonthlySalary":    pii.NeverSend, "salary_band": pii.Keep, "salaryBand": pii.Keep,
		"employeeNumber": pii.Hash, "order_ref": pii.Hash,
		"phone": pii.Keep, "Phone": pii.Keep, "user.phone": pii.Keep, "home_phone": pii.Hash, // whole keys only
		"ssn":                 pii.NeverSend, // a pattern cannot allow what is frozen
		"internal_score_hash": pii.NeverSend, "employee_number_hash": pii.Keep,
		"email": pii.Keep, "password": pii.NeverSend, "ip_address": pii.Hash,
	} {
		if got := p.Class(name); got != want {
			t.Errorf("Class(%q) = %v, want %v", name, got, want)
		}
	}
	if p := parse(t, "keys: {never-send: [reset_link]}"); p.Deliverable("reset_link") || !Default().Deliverable("reset_link") {
		t.Error("what the policy never sends is not deliverable")
	}
}

// TestSettings: settings are judged as the file is, by field instead of line.
func TestSettings(t *testing.T) {
	t.Parallel()
	p, err := FromSettings(map[string]any{
		"tests": true,
		"keys":  map[string]any{"allow": []any{"phone"}},
		"sinks": []any{map[string]any{"function": "a.com/b.F", "arguments": map[any]any{0: "identifier", "1": "attributes"}}},
		"rules": map[string]any{"webhook": false},
	})
	if err != nil {
		t.Fatal(err)
	}
	if !p.Tests || p.Class("phone") != pii.Keep || p.Applies("webhook") || len(p.sinks) != 1 || len(p.sinks[0].args) != 2 {
		t.Errorf("%+v", p)
	}
	for _, test := range []struct {
		settings map[string]any
		want     string
	}{
		{map[string]any{"sanitizer": []any{"a"}}, `policy: unknown field "sanitizer"; the fields are`},
		{map[string]any{"keys": map[string]any{"allow": []any{"a", 7}}}, `policy: keys.allow[1]: this is a number, want text`},
		{map[string]any{"sinks": []any{map[string]any{"function": "a.com/b.F", "arguments": map[string]any{"0": "x"}}}}, `policy: sinks[0].arguments.0: unknown role "x"`},
		{map[string]any{"keys": nil}, `policy: "keys" is empty`},
		{map[string]any{"keys": make(chan int)}, `policy: the settings are no plain data`},
	} {
		if _, err := FromSettings(test.settings); err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%v: %v, want %s", test.settings, err, test.want)
		}
	}
}

func TestStarter(t *testing.T) {
	t.Parallel()
	if _, err := Parse("starter", Starter()); err != nil {
		t.Error(err)
	}
	// What it shows in comments is right, too.
	var text strings.Builder
	for line := range strings.Lines(string(Starter())) {
		example, ok := strings.CutPrefix(line, "# ")
		if ok && (strings.HasSuffix(example, ":\n") && !strings.Contains(example, " ") || strings.HasPrefix(example, "  ")) || !strings.HasPrefix(line, "#") {
			text.WriteString(strings.TrimPrefix(line, "# "))
		}
	}
	p, err := Parse("starter", []byte(text.String()))
	if err != nil {
		t.Fatalf("%v\n%s", err, text.String())
	}
	if len(p.sources) != 4 || len(p.sinks) != 1 || len(p.sanitizers) != 1 || len(p.keys.exact) != 3 || len(p.severity) != 2 {
		t.Errorf("the comments lack examples:\n%s", text.String())
	}
}

// FuzzParse: whatever the input, there is a policy or an error with a place,
// and the same for the same input.
func FuzzParse(f *testing.F) {
	f.Add(string(Starter()))
	f.Add("keys: {never-send: [a, \"re:b\"], hash: [c]}\n")
	f.Add("sinks:\n- function: (*a/b.T[K]).M\n  arguments: {0: attributes}\n")
	f.Add("sources:\n- {field: a.T.F, class: hash}\n- {type: a.T, class: allow}\n")
	f.Add("a: &x [*x, *x]\n")
	f.Add("{? [a] : b, <<: c}")
	f.Add("--- !t\n|\n  x\n...\n")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Parse("f.yml", []byte(text))
		if err == nil {
			p.Class("a.b_hash")
			p.Elsewhere()
			return
		}
		for line := range strings.Lines(err.Error()) {
			var l, c int
			if n, _ := fmt.Sscanf(line, "f.yml:%d:%d: ", &l, &c); (n != 2 || l < 1 || c < 1) && strings.HasPrefix(line, "f.yml") {
				t.Errorf("no place in %q", line)
			}
		}
		if _, again := Parse("f.yml", []byte(text)); again == nil || again.Error() != err.Error() {
			t.Errorf("%v, then %v", err, again)
		}
	})
}

// TestApplies: a rule is off if the policy says so, or if the condition in its
// record does not hold.
func TestApplies(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text, rule string
		want       bool
	}{
		{"", "neversend", true},
		{"", "unsanitized", true},
		{"rules: {neversend: off}", "neversend", false},
		{"rules: {neversend: note}", "neversend", true},
		{"require-sanitizer: never", "neversend", true},
		{"require-sanitizer: never", "unsanitized", false},
		{"require-sanitizer: unless-clean", "unsanitized", true},
		{"{require-sanitizer: always, rules: {unsanitized: off}}", "unsanitized", false},
		{"", "no-such-rule", false},
	} {
		if got := parse(t, test.text).Applies(test.rule); got != test.want {
			t.Errorf("%q: Applies(%q) = %v", test.text, test.rule, got)
		}
	}
}
