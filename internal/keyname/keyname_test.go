package keyname_test

import (
	"slices"
	"testing"

	"github.com/ciolint/ciolint/internal/keyname"
)

func TestSquash(t *testing.T) {
	for key, want := range map[string]string{
		"phone_number": "phonenumber", "phoneNumber": "phonenumber", "Phone-Number": "phonenumber", "PHONE NUMBER": "phonenumber",
		"ｓｓｎ": "ssn", "𝐬𝓈𝔫": "ssn", "s\u200bsn": "ssn", "line②": "line2", "größe": "größe", "__": "", "a1": "a1",
	} {
		if got := keyname.Squash(key); got != want {
			t.Errorf("Squash(%q) = %q, want %q", key, got, want)
		}
	}
}

func TestSpellings(t *testing.T) {
	for key, want := range map[string][]string{
		"note":       {"note"},
		"order.Note": {"note", "ordernote"},
		"a.b.c":      {"c", "bc", "abc"},
		"a.b.c.d.e":  {"e", "de", "cde", "bcde"},
		"":           nil,
	} {
		if got := keyname.Spellings(key); !slices.Equal(got, want) {
			t.Errorf("Spellings(%q) = %q, want %q", key, got, want)
		}
	}
}

func TestIsFrozen(t *testing.T) {
	for key, want := range map[string]bool{"ssn": true, "user.SSN": true, "credit-card": true, "phone": false, "ssn.note": false} {
		if got := keyname.IsFrozen(key); got != want {
			t.Errorf("IsFrozen(%q) = %v", key, got)
		}
	}
}
