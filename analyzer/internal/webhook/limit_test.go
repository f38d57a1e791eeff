package webhook

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// endless takes more steps than a run has.
const endless = `
func endless() int {
	n := 0
	for i := 0; i < 79; i++ {
		for j := 0; j < 79; j++ {
			for k := 0; k < 79; k++ { n++ }
		}
	}
	return n
}
`

// deep is a chain of calls, at the end of which something is done.
func deep(name, last string) string {
	var b strings.Builder
	for i := range 30 {
		fmt.Fprintf(&b, "func %s%d(r *http.Request, body []byte) bool { return %s%d(r, body) }\n", name, i, name, i+1)
	}
	fmt.Fprintf(&b, "func %s30(r *http.Request, body []byte) bool { %s }\n", name, last)
	return b.String()
}

// many are five types behind an interface, the last of which does something.
func many(last string) string {
	var b strings.Builder
	b.WriteString("type step interface{ take(r *http.Request, body []byte) bool }\n")
	for i := range 5 {
		do := "return len(body) > 1"
		if i == 4 {
			do = last
		}
		fmt.Fprintf(&b, "type step%d struct{}\nfunc (*step%d) take(r *http.Request, body []byte) bool { %s }\n", i, i, do)
	}
	return b.String()
}

const (
	branches  = "n := 0\n" + "if unknown(1) { n++ }\nif unknown(2) { n++ }\nif unknown(3) { n++ }\nif unknown(4) { n++ }\nif unknown(5) { n++ }\nif unknown(6) { n++ }\n"
	recursion = "func depth(body []byte) int { if len(body) > 5 { return depth(body[1:]) + 1 }; return 1 }\n"
	refuse    = "if !good(r, body) { w.WriteHeader(401); return }\n"
)

// TestLimits crosses each limit of the engine in a handler: one that does not
// verify is reported, one whose verification is beyond the limit is not taken
// for verified, and one that verifies before it comes to the limit is let
// alone.
func TestLimits(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		limit        *limit.Limit
		source, want string
	}{
		"steps": {limit.SymexecSteps,
			endless + handler + `endless(); save(body) }`, "unproven in handle"},
		"steps, then verified": {limit.SymexecSteps,
			endless + handler + `endless(); ` + refuse + `save(body) }`, "unproven in handle"},
		"verified, then steps": {limit.SymexecSteps,
			endless + handler + refuse + `endless(); save(body) }`, ""},
		"signed, then steps, and no look at the clock": {limit.SymexecSteps,
			endless + handler + `key := os.Getenv("K"); if key == "" || !hmac.Equal([]byte(r.Header.Get("X-CIO-Signature")), []byte(sign(r, body, key))) { return }; endless(); save(body) }`,
			"unproven in handle"},

		"known rounds": {limit.SymexecKnownRounds,
			handler + `for i := 0; i < 1000; i++ { unknown(i) }; save(body) }`, "unverified in handle"},
		"known rounds, then verified": {limit.SymexecKnownRounds,
			handler + `for i := 0; i < 1000; i++ { unknown(i) }; ` + refuse + `save(body) }`, ""},
		"rounds": {limit.SymexecRounds,
			handler + `n := 0; for unknown(1) { n++; if n == 7 { save(body) } } }`, "unverified in handle"},
		"rounds, verified": {limit.SymexecRounds,
			handler + refuse + `n := 0; for unknown(1) { n++; if n == 7 { save(body) } } }`, ""},
		"nothing in the first rounds": {limit.SymexecRounds,
			handler + `n := 0; for unknown(1) { n++; if n < 5 { continue }; save(body) } }`, "unverified in handle"},

		"branches": {limit.SymexecBranches,
			handler + branches + `save(body) }`, "unverified in handle"},
		"branches, then verified": {limit.SymexecBranches,
			handler + branches + refuse + `save(body) }`, ""},
		"branches, and a flag": {limit.SymexecBranches,
			handler + `ready := false; if unknown(0) { ready = true }; ` + branches + `if ready { save(body) } }`, "unverified in handle"},
		"branches, a flag, and verified": {limit.SymexecBranches,
			handler + `ready := false; if unknown(0) { ready = true }; ` + branches + `if ready && good(r, body) { save(body) } }`, ""},
		"branches, then no key": {limit.SymexecBranches,
			handler + branches + `if os.Getenv("CIO_KEY") != "" && !good(r, body) { return }; ` + strings.ReplaceAll(branches, "n :=", "n =") + `save(body) }`, "no key in handle"},

		"depth": {limit.SymexecDepth,
			deep("go", "save(body); return true") + handler + `if go0(r, body) { w.WriteHeader(200) } }`, "unproven in handle"},
		"verified too deep": {limit.SymexecDepth,
			deep("check", "return good(r, body)") + handler + `if !check0(r, body) { return }; save(body) }`, "unproven in handle"},
		"verified, then too deep": {limit.SymexecDepth,
			deep("go", "save(body); return true") + handler + refuse + `if go0(r, body) { w.WriteHeader(200) } }`, ""},

		"recursion": {limit.SymexecRecursion,
			recursion + handler + `if depth(body) > 3 { return }; save(body) }`, "unverified in handle"},
		"recursion, then verified": {limit.SymexecRecursion,
			recursion + handler + `if depth(body) > 3 { return }; ` + refuse + `save(body) }`, ""},

		"implementers": {limit.SymexecImplementers,
			many("save(body); return true") + "var steps step\n" + handler + `if steps.take(r, body) { w.WriteHeader(200) } }`, "unproven in handle"},
		"verified by one of many": {limit.SymexecImplementers,
			many("return good(r, body)") + "var steps step\n" + handler + `if !steps.take(r, body) { return }; save(body) }`, "unproven in handle"},
		"verified, then one of many": {limit.SymexecImplementers,
			many("save(body); return true") + "var steps step\n" + handler + refuse + `if steps.take(r, body) { w.WriteHeader(200) } }`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var tally limit.Tally
			if got, _ := check(t, c.source, &tally); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if tally.Of(c.limit) == 0 {
				t.Errorf("%s was not reached", c.limit.Name)
			}
		})
	}
}

// TestPackageSteps spends the steps of a package: of the handlers that come
// after, those that have to do with Customer.io are unproven, and no others.
func TestPackageSteps(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for i := range limit.SymexecPackageSteps.Max/limit.SymexecSteps.Max + 2 {
		fmt.Fprintf(&b, "func spend%02d(w http.ResponseWriter, r *http.Request) { if endless() > 1 { w.WriteHeader(200) } }\n", i)
	}
	var tally limit.Tally
	got, res := check(t, endless+b.String()+handler+`save(body) }
func verified(w http.ResponseWriter, r *http.Request) { body := read(r)
`+refuse+`save(body) }
func health(w http.ResponseWriter, r *http.Request) { w.WriteHeader(200) }
func Verify(r *http.Request, body []byte) bool { if !good(r, body) { return false }; return true }
`, &tally)
	if want := "unproven in handle, unproven in verified"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if tally.Of(limit.SymexecPackageSteps) == 0 {
		t.Error("the limit was not reached")
	}
	if len(res.Roles) != 0 {
		t.Errorf("roles of functions that were not followed: %v", res.Roles)
	}
}

// TestNoRoleBeyondLimits verifies too deep to be seen: importers are not told
// that these functions verify.
func TestNoRoleBeyondLimits(t *testing.T) {
	t.Parallel()
	_, res := check(t, endless+deep("check", "return good(r, body)")+`
func Deep(r *http.Request, body []byte) bool { if !check0(r, body) { return false }; return true }
func Endless(r *http.Request, body []byte) bool { if unknown(1) { endless(); return true }; if !good(r, body) { return false }; return true }
func Guarding(next http.Handler) http.Handler { return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	if unknown(1) { endless(); next.ServeHTTP(w, r) }
	if good(r, read(r)) { next.ServeHTTP(w, r) } }) }
`, nil)
	for fn, role := range res.Roles {
		if !fn.Exported() {
			continue // check23 is followed, from where the engine begins anew
		}
		t.Errorf("%s has role %d", fn.Name(), role.Duty)
	}
}
