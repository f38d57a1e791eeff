package webhook

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssatest"
)

// prelude is what the handlers of the tests are made of.
const prelude = `package p

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"
)

type event struct {
	EventID    string ` + "`json:\"event_id\"`" + `
	ObjectType string ` + "`json:\"object_type\"`" + `
	Metric     string ` + "`json:\"metric\"`" + `
}

func read(r *http.Request) []byte { body, _ := io.ReadAll(r.Body); return body }

func save(body []byte) {
	var e event
	if json.Unmarshal(body, &e) == nil {
		os.WriteFile(e.EventID, body, 0o600)
	}
}

func fresh(r *http.Request) bool {
	sent, err := strconv.ParseInt(r.Header.Get("X-CIO-Timestamp"), 10, 64)
	return err == nil && time.Since(time.Unix(sent, 0)) < 5*time.Minute
}

func sign(r *http.Request, body []byte, key string) string {
	mac := hmac.New(sha256.New, []byte(key))
	io.WriteString(mac, "v0:"+r.Header.Get("X-CIO-Timestamp")+":")
	mac.Write(body)
	return hex.EncodeToString(mac.Sum(nil))
}

func good(r *http.Request, body []byte) bool {
	key, signature := os.Getenv("CIO_KEY"), r.Header.Get("X-CIO-Signature")
	return key != "" && signature != "" && hmac.Equal([]byte(sign(r, body, key)), []byte(signature)) && fresh(r)
}

var _ = errors.New

func unknown(int) bool
`

// check runs the handlers of a file, and prints each problem as its kind and
// the function that it is in, sorted.
func check(t testing.TB, source string, tally *limit.Tally) (string, Result) {
	t.Helper()
	pkg, funcs := ssatest.Build(t, prelude+source)
	res := Package(pkg, funcs, Config{Own: true, Limits: tally})
	return describe(res.Problems), res
}

func describe(problems []Problem) string {
	var out []string
	for _, p := range problems {
		fn := p.Handler
		if fn == nil {
			fn = p.At.Parent()
		}
		out = append(out, fmt.Sprintf("%s in %s", p.Kind, fn.Name()))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

const handler = "func handle(w http.ResponseWriter, r *http.Request) { body := read(r)\n"

func TestHandlers(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ source, want string }{
		"verified":                 {handler + `if !good(r, body) { w.WriteHeader(401); return }; save(body) }`, ""},
		"not verified":             {handler + `save(body) }`, "unverified in handle"},
		"acts first":               {handler + `save(body); if !good(r, body) { w.WriteHeader(401); return } }`, "before in save"},
		"falls through":            {handler + `if !good(r, body) { w.WriteHeader(401) }; save(body) }`, "falls through in handle"},
		"verdict ignored":          {handler + `good(r, body); save(body) }`, "ignored in handle"},
		"only stores what is good": {handler + `if good(r, body) { save(body) } }`, ""},
		"unsafe comparison": {
			handler + `if key := os.Getenv("K"); key == "" || r.Header.Get("X-CIO-Signature") != sign(r, body, key) || !fresh(r) { return }; save(body) }`,
			"unsafe in handle",
		},
		"no look at the clock": {
			handler + `key := os.Getenv("K"); if key == "" || !hmac.Equal([]byte(r.Header.Get("X-CIO-Signature")), []byte(sign(r, body, key))) { return }; save(body) }`,
			"replay in handle",
		},
		"no key": {
			handler + `if os.Getenv("CIO_KEY") != "" && !good(r, body) { return }; save(body) }`,
			"no key in handle",
		},
		"no signature": {
			handler + `if r.Header.Get("X-CIO-Signature") != "" && !good(r, body) { return }; save(body) }`,
			"no signature in handle",
		},
		"asks not to be verified": {
			handler + `if r.URL.Query().Get("debug") == "" && !good(r, body) { return }; save(body) }`,
			"bypass in handle",
		},
		"the body alone": {
			`func bare(body []byte, key string) string { mac := hmac.New(sha256.New, []byte(key)); mac.Write(body); return hex.EncodeToString(mac.Sum(nil)) }
` + handler + `key := os.Getenv("K"); if key == "" || !fresh(r) || !hmac.Equal([]byte(r.Header.Get("X-CIO-Signature")), []byte(bare(body, key))) { return }; save(body) }`,
			"message in handle",
		},
		"behind middleware": {
			`func guard(next http.Handler) http.Handler { return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	if !good(r, read(r)) { w.WriteHeader(401); return }
	next.ServeHTTP(w, r) }) }
func main() { http.Handle("/cio/events", guard(http.HandlerFunc(handle))) }
` + handler + `save(body) }`,
			"",
		},
		"registered without middleware": {
			`func main() { http.Handle("/cio/events", http.HandlerFunc(handle)) }
` + handler + `save(body) }`,
			"unverified in handle",
		},
		"a rotation of keys": {
			`var keys = []string{os.Getenv("NEW"), os.Getenv("OLD")}
func any(r *http.Request, body []byte) bool {
	ok := false
	for _, key := range keys {
		if key != "" && hmac.Equal([]byte(sign(r, body, key)), []byte(r.Header.Get("X-CIO-Signature"))) { ok = true }
	}
	return ok && fresh(r)
}
` + handler + `if !any(r, body) { w.WriteHeader(401); return }; save(body) }`,
			"",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got, _ := check(t, c.source, nil); got != c.want {
				t.Errorf("%s\ngot  %q\nwant %q", c.source, got, c.want)
			}
		})
	}
}

func TestRoles(t *testing.T) {
	t.Parallel()
	_, res := check(t, `
func Good(r *http.Request, body []byte) bool { if !good(r, body) { return false }; return true }
func Quiet(r *http.Request, body []byte) (bool, error) { if len(body) == 0 { return false, errors.New("empty") }; if !good(r, body) { return false, nil }; return true, nil }
func Guarding(next http.Handler) http.Handler { return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	if good(r, read(r)) { next.ServeHTTP(w, r) } }) }
func Passing(next http.Handler) http.Handler { return next }
func Reading(r *http.Request) []byte { return read(r) }
`, nil)
	got := map[string]Duty{}
	for fn, role := range res.Roles {
		if fn.Exported() {
			got[fn.Name()] = role.Duty
		}
	}
	want := map[string]Duty{"Good": Verdict, "Quiet": QuietVerdict, "Guarding": Guard}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("roles are %v, want %v", got, want)
	}
}

// TestImportedRoles relies on what another package's analysis said of a
// function, if it is given what may hold the signature.
func TestImportedRoles(t *testing.T) {
	t.Parallel()
	role := func(fn *types.Func) Role {
		switch fn.FullName() {
		case "net/http.ParseHTTPVersion":
			return Role{Duty: Verdict}
		case "encoding/json.Valid":
			return Role{Duty: Verdict}
		}
		return Role{}
	}
	for name, c := range map[string]struct{ source, want string }{
		"given the signature": {
			handler + `if _, _, ok := http.ParseHTTPVersion(r.Header.Get("X-CIO-Signature")); !ok { return }; save(body) }`, "",
		},
		"given another text": {handler + `if !json.Valid(body) { return }; save(body) }`, "unverified in handle"},
	} {
		pkg, funcs := ssatest.Build(t, prelude+c.source)
		res := Package(pkg, funcs, Config{Own: true, Imported: role})
		if got := describe(res.Problems); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
