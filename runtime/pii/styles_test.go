package pii

import (
	"strings"
	"testing"
)

// styles write a sequence of lower-case words as keys do.
var styles = []struct {
	name  string
	write func(words []string) string
}{
	{"snake", func(w []string) string { return strings.Join(w, "_") }},
	{"kebab", func(w []string) string { return strings.Join(w, "-") }},
	{"SCREAMING", func(w []string) string { return strings.ToUpper(strings.Join(w, "_")) }},
	{"spaces", func(w []string) string { return strings.Join(w, " ") }},
	{"Title Case", func(w []string) string { return joinTitled(w, " ") }},
	{"Pascal", func(w []string) string { return joinTitled(w, "") }},
	{"camel", func(w []string) string { return w[0] + joinTitled(w[1:], "") }},
	{"dotted", func(w []string) string { return strings.Join(w, ".") }},
	{"wrapped", func(w []string) string { return "user.profile." + strings.Join(w, "_") }},
	{"form", func(w []string) string { return "customer[" + strings.Join(w, "_") + "]" }},
	{"salesforce", func(w []string) string { return joinTitled(w, "_") + "__c" }},
	{"custom", func(w []string) string { return "custom:" + strings.Join(w, "_") }},
	{"full-width", func(w []string) string { return fullWidth(strings.Join(w, "_")) }},
}

func joinTitled(words []string, sep string) string {
	titled := make([]string, len(words))
	for i, w := range words {
		titled[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(titled, sep)
}

func fullWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7F {
			return r + 0xFEE0
		}
		return r
	}, s)
}

// isSnake selects the keys of the lists that are plain words, so that every style of them has the same words.
func isSnake(key string) bool {
	for word := range strings.SplitSeq(key, "_") {
		if len(word) < 2 || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" {
			return false
		}
	}
	return true
}

func TestStyles(t *testing.T) {
	keys := 0
	check := func(_, key string) {
		if !isSnake(key) {
			return
		}
		want := Classify(key)
		for _, style := range styles {
			keys++
			written := style.write(strings.Split(key, "_"))
			if got := Classify(written); got != want {
				t.Errorf("%s: %q is %v, %q is %v", style.name, written, got, key, want)
			}
		}
	}
	for _, list := range []string{neverList, hashList, keepList} {
		eachKey(list, check)
	}
	t.Logf("%d keys", keys)
}

// isDivisible: a run-together key falls apart only when every word is known, and among those of two letters only the
// ones with a part to play are looked for.
func isDivisible(key string) bool {
	d := compiled()
	if strings.HasPrefix(key, "no_") {
		return false // "no" at the beginning is too often "not"
	}
	for word := range strings.SplitSeq(key, "_") {
		id := d.lookup([]byte(word))
		if id == unknown || len(word) == 2 && d.cost(id, 2) == 0 {
			return false
		}
	}
	return true
}

func TestRunTogether(t *testing.T) {
	for _, list := range []string{neverList, hashList, keepList} {
		eachKey(list, func(_, key string) {
			if !isSnake(key) || !isDivisible(key) {
				return
			}
			written := strings.ReplaceAll(key, "_", "")
			if got, want := Classify(written), Classify(key); got != want {
				t.Errorf("%q is %v, %q is %v", written, got, key, want)
			}
		})
	}
}
