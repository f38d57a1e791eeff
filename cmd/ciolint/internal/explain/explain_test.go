package explain

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ciolint/ciolint/internal/catalog"
)

// TestRule: what is written has all that the catalogue says, in lines that fit
// a terminal where words allow it.
func TestRule(t *testing.T) {
	for _, r := range catalog.All() {
		var out bytes.Buffer
		if err := Rule(&out, catalog.All(), r.Name); err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(out.String()), " ")
		for _, part := range []string{r.Name, r.Title, r.Why, r.Bad, r.Good, r.Fix, "//ciolint:ignore " + r.Name + " the reason"} {
			if !strings.Contains(text, strings.Join(strings.Fields(part), " ")) {
				t.Errorf("%s: lacks %q:\n%s", r.Name, part, &out)
			}
		}
		for line := range strings.Lines(out.String()) {
			if inCode := strings.HasPrefix(line, "    "); !inCode && utf8.RuneCountInString(line) > columns+1 {
				t.Errorf("%s: line too long: %s", r.Name, line)
			}
		}
	}
}

func TestRuleAsWritten(t *testing.T) {
	rule := catalog.Rule{
		Name: "noise", Title: "a loud thing happens", Why: strings.Repeat("word ", 20), Bad: "if x {\n\tloud()\n}", Good: "quiet()", Fix: strings.Repeat("less ", 20),
	}
	const want = `noise: a loud thing happens

word word word word word word word word word word word word word word word word
word word word word

Reported:

    if x {
    	loud()
    }

Fine:

    quiet()

What to do:

    less less less less less less less less less less less less less less less
    less less less less less

If a finding is wrong, say why, on its line or the line above:

    //ciolint:ignore noise the reason
`
	var out bytes.Buffer
	if err := Rule(&out, []catalog.Rule{rule}, "noise"); err != nil || out.String() != want {
		t.Errorf("error %v\n--- got\n%s\n--- want\n%s", err, &out, want)
	}
}

func TestUnknownRule(t *testing.T) {
	const all = "\nThe rules are neversend, unsanitized, credential, identifier, erasure, webhook, ignore"
	for name, hint := range map[string]string{
		"never-send":                    "; did you mean neversend?",
		"NeverSend":                     "; did you mean neversend?",
		"NEVER SEND":                    "; did you mean neversend?",
		"nversend":                      "; did you mean neversend?",
		"unsanitised":                   "; did you mean unsanitized?",
		"credentials":                   "; did you mean credential?",
		"id":                            "",
		"ident":                         "; did you mean identifier?",
		"webhoks":                       "; did you mean webhook?",
		"":                              "",
		"sqlinjection":                  "",
		"日本":                            "",
		strings.Repeat("webhook", 1000): "",
	} {
		var out bytes.Buffer
		err := Rule(&out, catalog.All(), name)
		if err == nil || out.Len() > 0 {
			t.Errorf("%.40q: error %v, wrote %q", name, err, &out)
			continue
		}
		got := err.Error()
		if !strings.HasPrefix(got, "unknown rule \""+name+"\""+hint+"\n") || !strings.HasSuffix(got, all) {
			t.Errorf("%.40q: error %.200s, want the hint %q and the list", name, got, hint)
		}
	}
}

func TestHelpListsTheRules(t *testing.T) {
	var out bytes.Buffer
	if err := Help(&out, "Usage:\n  ciolint [packages]\n", catalog.All()); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	at := strings.Index(text, "Customer.io.\n\nUsage:\n  ciolint [packages]\n\nRules:\n\n")
	if at < 0 {
		t.Errorf("no usage:\n%s", text)
	}
	for _, r := range catalog.All() { // in the order of the catalogue
		next := strings.Index(text, "\n  "+r.Name+" ")
		if next < at {
			t.Errorf("%s is missing or in the wrong place:\n%s", r.Name, text)
		}
		at = next
		if !strings.Contains(strings.Join(strings.Fields(text), " "), r.Title) {
			t.Errorf("%s: no title", r.Name)
		}
	}
	for line := range strings.Lines(text) {
		if utf8.RuneCountInString(line) > columns+1 {
			t.Errorf("line too long: %s", line)
		}
	}
}
