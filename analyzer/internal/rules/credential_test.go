package rules

import (
	"strings"
	"testing"
)

// TestMasked: a message shows at most four characters of a credential, and of
// a short one nothing.
func TestMasked(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"":             "(0 characters)",
		"abcdefgh":     "(8 characters)",
		"abcdefghi":    `"abcd…" (9 characters)`,
		"äöüßäöüßäöüß": `"äöüß…" (12 characters)`,
	} {
		if got := masked(s); got != want {
			t.Errorf("masked(%q) = %s, want %s", s, got, want)
		}
		if len(s) > 4 && strings.Contains(masked(s), s[4:]) {
			t.Errorf("masked(%q) shows the rest", s)
		}
	}
}

// TestIsPlaceholder: what a program has in place of a key until somebody fills
// it in. A key that only begins with such a word is one.
func TestIsPlaceholder(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"": true, "  ": true, "<site ID>": true, "${CIO_KEY}": true, "xxxxxxxx": true, "********": true,
		"your-api-key": true, "YOUR_SITE_ID": true, "changeme": true, "TODO": true, "customerio_api_key": true, "test": true, "yourkeyhere": true,

		"5f2a9c1e8b7d6a4c": false, "sk_live_9c1e8b7d": false, "todo9c1e8b7d": false, "9c1e-8b7d-test": false,
	} {
		if got := isPlaceholder(s); got != want {
			t.Errorf("isPlaceholder(%q) = %v", s, got)
		}
	}
}

func TestBare(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Bearer 9c1e": "9c1e", "bearer 9c1e": "9c1e", "Basic 9c1e": "9c1e", "9c1e": "9c1e", "Bearer": "Bearer", "Digest 9c1e": "Digest 9c1e",
	} {
		if got := bare(s); got != want {
			t.Errorf("bare(%q) = %q, want %q", s, got, want)
		}
	}
}
