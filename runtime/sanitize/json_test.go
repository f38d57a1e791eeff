package sanitize_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func TestJSON(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"object":          {`{"plan":"pro","ssn":"1","phone":"+1"}`, `{"phone_hash":"` + sum("+1") + `","plan":"pro"}`},
		"numbers":         {`{"a":1.50,"b":12345678901234567890123,"c":1e400,"phone":1.5550123e7}`, `{"a":1.50,"b":12345678901234567890123,"c":1e400,"phone_hash":"` + sum("15550123") + `"}`},
		"array":           {` [ {"email":"a","ssn":1}, null, 7 ] `, `[{"email":"a"},null,7]`},
		"reserved":        {`[{"id":"` + card + `"}]`, `[{"id":"` + card + `"}]`},
		"batch":           {`{"batch":[{"identifiers":{"id":"` + card + `"},"attributes":{"ssn":1,"plan":"a"}}]}`, `{"batch":[{"attributes":{"plan":"a"},"identifiers":{"id":"` + card + `"}}]}`},
		"scalar":          {`"x"`, `"x"`},
		"null":            {`null`, `null`},
		"html":            {`{"a":"<b>&\u2028"}`, `{"a":"<b>&\u2028"}`},
		"duplicate":       {`{"phone":"a","phone":"b","x":{"ssn":1},"x":{"y":2}}`, `{"phone_hash":"` + sum("b") + `","x":{"y":2}}`},
		"escaped key":     {`{"\u0073sn":1,"p\u0068one":"+1"}`, `{"phone_hash":"` + sum("+1") + `"}`},
		"digest and null": {`{"phone_hash":"abc","phone":null}`, `{"phone_hash":"abc"}`},
		"bad utf-8":       {"{\"a\":\"\xff\"}", `{"a":"` + "\ufffd" + `"}`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := sanitize.JSON([]byte(tt.in))
			if err != nil || string(got) != tt.want {
				t.Errorf("got  %s, %v\nwant %s", got, err, tt.want)
			}
			if again, err := sanitize.JSON(got); err != nil || string(again) != string(got) {
				t.Errorf("again %s, %v", again, err)
			}
		})
	}
}

func TestJSONRefuses(t *testing.T) {
	tests := map[string]struct {
		in   string
		want error
		text string
	}{
		"empty":     {"", sanitize.ErrInvalidJSON, "sanitize: invalid JSON: ends after 0 bytes"},
		"spaces":    {"  ", sanitize.ErrInvalidJSON, "sanitize: invalid JSON: ends after 2 bytes"},
		"cut":       {`{"phone":"+1555`, sanitize.ErrInvalidJSON, "sanitize: invalid JSON: ends after 15 bytes"},
		"bad":       {`{"phone":Q}`, sanitize.ErrInvalidJSON, "sanitize: invalid JSON at byte 10"},
		"NaN":       {`{"phone":NaN}`, sanitize.ErrInvalidJSON, "sanitize: invalid JSON at byte 10"},
		"trailing":  {`{"a":1} {"ssn":1}`, sanitize.ErrTrailingData, "sanitize: data after the JSON value, from byte 7"},
		"junk":      {`{"a":1}x`, sanitize.ErrTrailingData, "sanitize: data after the JSON value, from byte 7"},
		"very deep": {strings.Repeat("[", 20000), sanitize.ErrInvalidJSON, "sanitize: invalid JSON at byte 10001"},
		"large":     {strings.Repeat(" ", 32<<20) + "1", sanitize.ErrTooLarge, "sanitize: JSON too large: 33554433 bytes, at most 33554432"},
		"too many":  {"[" + strings.Repeat("1,", 1<<20) + "1]", sanitize.ErrTooLarge, "sanitize: JSON too large: at most 1048576 values"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := sanitize.JSON([]byte(tt.in))
			if got != nil || !errors.Is(err, tt.want) {
				t.Fatalf("%.100s, %v", got, err)
			}
			if err.Error() != tt.text {
				t.Errorf("%q, want %q", err, tt.text)
			}
		})
	}
}
