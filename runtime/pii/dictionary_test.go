package pii

import (
	"strings"
	"testing"
)

// A line that does not parse would silently miss what it lists.
func TestDictionaryLines(t *testing.T) {
	for name, text := range map[string]string{"words": wordsText, "innocent": innocentText, "hash": hashText, "never": neverText} {
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			switch {
			case line == "" || line[0] == '#' || strings.Contains(line, ":"):
			case line[0] == '[':
				checkSection(t, name, line)
			default:
				for phrase := range strings.SplitSeq(line, ",") {
					checkPhrase(t, name, strings.TrimSpace(phrase))
				}
			}
		}
	}
}

func checkSection(t *testing.T, name, line string) {
	fields := strings.Fields(strings.Trim(line, "[]"))
	if fields[0] != "alias" && fields[0] != "plural" && kindNames[fields[0]].kind == none {
		t.Errorf("%s.txt: %s: no such part", name, line)
	}
	for _, trait := range fields[1:] {
		switch trait {
		case "plain", "bare", "hinted", "fact", "partial", "delivered", "hint":
		default:
			t.Errorf("%s.txt: %s: no such trait", name, line)
		}
	}
}

func checkPhrase(t *testing.T, name, phrase string) {
	choices := 0
	for word := range strings.FieldsSeq(phrase) {
		if strings.Contains(word, "/") {
			choices++
		}
	}
	if phrase == "" || choices > 3 {
		t.Errorf("%s.txt: %q: not a phrase", name, phrase)
	}
}

func TestDictionaryFits(t *testing.T) {
	d := compiled()
	if n := len(d.nodes); n > 1<<16 {
		t.Errorf("%d nodes do not fit in 16 bits", n)
	}
	if d.nodes[0].kind != none {
		t.Error("the empty phrase has a meaning")
	}
	t.Logf("%d spellings, %d words, %d phrases", len(d.ids), len(d.start)-1, len(d.nodes)-1)
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		compile()
	}
}
