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

		"eu": true, "10s": true, "1h30m10.5s": true, "us-east": true, "https://track-eu.customer.io": true, "track.customer.io": true, "/run/secrets/key": true,
		"CIO_API_KEY_2": true, "projects/12/secrets/cio-key": true, "prod/customerio/app-key": true, "12345": true,

		"5f2a9c1e8b7d6a4c": false, "abc123": false, "sa_live_9c1e8b7d6a4c": false, "https://a:b@track.customer.io": false, "sk_live_9c1e8b7d": false, "todo9c1e8b7d": false, "9c1e-8b7d-test": false,
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

// TestKeyWithin: of a text the part is named that is the key.
func TestKeyWithin(t *testing.T) {
	t.Parallel()
	const site, key = "0a1b2c3d4e5f60718293", "11aa22bb33cc44dd55ee"
	for s, want := range map[string][2]string{ // for a site ID, for a key
		site + ":" + key:                       {site, key},
		"SITE=" + site + "\nKEY=" + key + "\n": {site, key},
		"https://" + site + ":" + key + "@x":   {site, key},
		"key: " + key:                          {key, key},
		"no key in here":                       {"", ""},
		"your-key-0a1b2c3d4e5f":                {"", ""},
	} {
		if got := [2]string{keyWithin(s, "site ID"), keyWithin(s, "track API key")}; got != want {
			t.Errorf("keyWithin(%q) = %q, want %q", s, got, want)
		}
	}
}
