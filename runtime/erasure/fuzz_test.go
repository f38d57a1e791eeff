package erasure

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"path"
	"strings"
	"testing"
	"time"
)

// Whatever identifier is accepted, it is one path segment, the one before the end, and comes out as it went in.
func FuzzIdentifiersStayInTheirSegment(f *testing.F) {
	for _, id := range []string{"user_1", "a/b", "a%2fb", "..", "a/..", "%2e%2e", "cio_a1", "a+b@example.com", "é", "a?b#c;d"} {
		f.Add(id)
	}
	f.Fuzz(staysInItsSegment)
}

func staysInItsSegment(t *testing.T, id string) {
	if checkID(id) != nil {
		return
	}
	u, err := url.Parse("https://track.customer.io" + personPath(id) + "/suppress")
	if err != nil {
		t.Fatal(err)
	}
	segments := strings.Split(u.EscapedPath(), "/")
	if len(segments) != 6 || u.RawQuery != "" || u.Fragment != "" || path.Clean(u.EscapedPath()) != u.EscapedPath() {
		t.Fatalf("%q becomes %s", id, u)
	}
	if back, err := url.PathUnescape(segments[4]); err != nil || back != id {
		t.Fatalf("%q comes out as %q", id, back)
	}
	for decoded := u.Path; ; {
		if clean := path.Clean(decoded); !strings.HasPrefix(clean, "/api/v1/customers") || !strings.HasSuffix(clean, "/suppress") {
			t.Fatalf("%q leaves its place when decoded: %s", id, clean)
		}
		next, err := url.PathUnescape(decoded)
		if err != nil || next == decoded {
			break
		}
		decoded = next
	}
}

func FuzzMessagesNameNobody(f *testing.F) {
	f.Add("user_1 is unknown", "user_1")
	f.Add("PAT%2Bx%40EXAMPLE.com", "pat+x@example.com")
	f.Fuzz(namesNobody)
}

func namesNobody(t *testing.T, message, id string) {
	if checkID(id) != nil || len(id) < 4 || !isASCII(id) || strings.Contains("[person][address][number]", strings.ToLower(id)) {
		return
	}
	for _, text := range []string{message, message + id, id + message, message + url.QueryEscape(id)} {
		clean := scrub(text, id)
		if strings.ContainsAny(id, "[]? ") {
			continue // can come about by the replacement itself
		}
		if strings.Contains(strings.ToLower(clean), strings.ToLower(id)) || len(clean) > maxMessage {
			t.Fatalf("%q is in %q", id, clean)
		}
	}
}

func isASCII(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r > 127 }) < 0 }

func FuzzRetryAfterIsNeverNegative(f *testing.F) {
	for _, header := range []string{"", "7", "-7", "1e9", "99999999999999999999", "Fri, 02 Jan 2026 15:04:05 GMT", "Fri, 02 Jan 9999 15:04:05 GMT"} {
		f.Add(header)
	}
	f.Fuzz(isNeverNegative)
}

func isNeverNegative(t *testing.T, header string) {
	now := time.Date(2026, 1, 2, 15, 4, 5, 0, time.UTC)
	if d := retryAfter(header, now); d < 0 {
		t.Fatalf("%q is %s", header, d)
	}
}

// Whatever a file holds, reading it ends, and counts only lines that were written with the key.
func FuzzJournalsOfAnyText(f *testing.F) {
	k := newKeyed(testKey)
	c := chain{keyed: k}
	var text []byte
	for range 3 {
		line, err := c.seal(line{What: Erased.String()})
		if err != nil {
			f.Fatal(err)
		}
		text = append(text, line...)
	}
	f.Add(text)
	f.Add(text[:len(text)-7])
	f.Add([]byte("\n"))
	f.Add([]byte(`{"seq":`))
	f.Add(append(bytes.Clone(text), make([]byte, 600)...))
	f.Add(append(append(bytes.Clone(text), make([]byte, block-len(text)%block)...), text[7:]...))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := readJournal(bytes.NewReader(data), k)
		if !bytes.HasPrefix(text, data[:got.size]) {
			t.Fatalf("%d bytes were accepted: %v", got.size, err)
		}
		if err == nil && int(got.size) != len(data) {
			t.Fatalf("%d of %d bytes were read", got.size, len(data))
		}
		if errors.Is(err, ErrTorn) && int(got.size+got.torn.size) != len(data) {
			t.Fatalf("%d good and %d torn bytes of %d", got.size, got.torn.size, len(data))
		}
		if err != nil && !errors.Is(err, ErrTorn) && !errors.Is(err, ErrTampered) {
			t.Fatal(err)
		}
	})
}

// Whatever the API answers, it is a success only if it says so in exactly one way.
func FuzzAnswers(f *testing.F) {
	for _, body := range []string{"{}", "{}\n", "", "null", "[]", `{"meta":{"error":"x"}}`, `{"Errors":null}`, "<html>", `{"meta":{}}`, "{}{}"} {
		f.Add(body)
	}
	f.Fuzz(isSuccessIfItSaysSo)
}

func isSuccessIfItSaysSo(t *testing.T, body string) {
	success := judge(&http.Response{StatusCode: http.StatusOK, Header: http.Header{}}, []byte(body)) == nil
	var object struct {
		Error, Errors any
		Meta          any
	}
	if !success {
		return
	}
	if err := json.Unmarshal([]byte(body), &object); err != nil || object.Error != nil || object.Errors != nil {
		t.Fatalf("%q is a success", body)
	}
	if meta, ok := object.Meta.(map[string]any); ok && (meta["error"] != nil || meta["errors"] != nil) {
		t.Fatalf("%q is a success", body)
	}
}
