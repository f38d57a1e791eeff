package pii

import (
	_ "embed"
	"strings"
	"testing"
)

// The sample has lines of key, class, why, between tabs. The lists have keys between commas, in sections that name the
// category; the keys under "traps" were thought up to deceive.
var (
	//go:embed testdata/sample.tsv
	sampleTable string
	//go:embed testdata/never.txt
	neverList string
	//go:embed testdata/hash.txt
	hashList string
	//go:embed testdata/keep.txt
	keepList string
)

func TestSample(t *testing.T) {
	for line := range strings.Lines(sampleTable) {
		row := strings.Split(strings.TrimSpace(line), "\t")
		if class, category := Categorize(row[0]); class.String() != row[1] {
			t.Errorf("%s: %v (%v), want %s: %s", row[0], class, category, row[1], row[2])
		}
	}
}

func TestNeverSend(t *testing.T) { testList(t, neverList, NeverSend) }
func TestHash(t *testing.T)      { testList(t, hashList, Hash) }
func TestKeep(t *testing.T)      { testList(t, keepList, Keep) }

func testList(t *testing.T, list string, want Class) {
	n := 0
	eachKey(list, func(section, key string) {
		n++
		class, category := Categorize(key)
		if class != want {
			t.Errorf("%s: %v (%v), want %v (%s)", key, class, category, want, section)
		} else if want != Keep && section != "traps" && category.String() != section {
			t.Errorf("%s: %v, want %s", key, category, section)
		}
	})
	t.Logf("%d keys", n)
}

// eachKey calls f with each key of a list and the title of its section.
func eachKey(list string, f func(section, key string)) {
	section := ""
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		default:
			for key := range strings.SplitSeq(line, ", ") {
				f(section, key)
			}
		}
	}
}
