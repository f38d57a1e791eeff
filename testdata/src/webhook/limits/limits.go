// Mode: never.

// Package limits has handlers that cross the limits of the analysis. Nothing
// that is beyond one counts as verified.
package limits

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"
)

type event struct {
	EventID    string `json:"event_id"`
	ObjectType string `json:"object_type"`
	Metric     string `json:"metric"`
}

func read(r *http.Request) []byte {
	body, _ := io.ReadAll(r.Body)
	return body
}

func save(body []byte) {
	var e event
	if json.Unmarshal(body, &e) == nil {
		os.WriteFile(e.EventID, body, 0o600)
	}
}

func good(r *http.Request, body []byte) bool {
	key, ts := os.Getenv("CIO_KEY"), r.Header.Get("X-CIO-Timestamp")
	sent, err := strconv.ParseInt(ts, 10, 64)
	if key == "" || err != nil || time.Since(time.Unix(sent, 0)) > 5*time.Minute {
		return false
	}
	mac := hmac.New(sha256.New, []byte(key))
	io.WriteString(mac, "v0:"+ts+":")
	mac.Write(body)
	return hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(r.Header.Get("X-CIO-Signature")))
}

// A loop of many rounds.

func manyRounds(w http.ResponseWriter, r *http.Request) { // want `manyRounds takes Customer.io webhooks and is not verified at all`
	body, zeros := read(r), 0
	for i := 0; i < 256; i++ {
		if os.Getpagesize() == i {
			zeros++
		}
	}
	save(body)
}

func manyRoundsVerified(w http.ResponseWriter, r *http.Request) {
	body, zeros := read(r), 0
	for i := 0; i < 256; i++ {
		if os.Getpagesize() == i {
			zeros++
		}
	}
	if !good(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	save(body)
}

// Something happens in a late round alone.

func lateRound(w http.ResponseWriter, r *http.Request) { // want `lateRound takes Customer.io webhooks and is not verified at all`
	body := read(r)
	for n := 0; os.Getpagesize() > n; n++ {
		if n == 9 {
			save(body)
		}
	}
}

func lateRoundVerified(w http.ResponseWriter, r *http.Request) {
	body := read(r)
	if !good(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	for n := 0; os.Getpagesize() > n; n++ {
		if n == 9 {
			save(body)
		}
	}
}

// A function that calls itself.

func depth(body []byte) int {
	if len(body) > 9 {
		return depth(body[1:]) + 1
	}
	return 1
}

func recursive(w http.ResponseWriter, r *http.Request) { // want `recursive takes Customer.io webhooks and is not verified at all`
	body := read(r)
	if depth(body) > 3 {
		return
	}
	save(body)
}

func recursiveVerified(w http.ResponseWriter, r *http.Request) {
	body := read(r)
	if depth(body) > 3 || !good(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	save(body)
}

// Many unknown branches after a missing key, and after another reason not to
// verify.

func manyBranches(w http.ResponseWriter, r *http.Request) {
	body, n, ready := read(r), 0, true
	if os.Getenv("CIO_KEY") == "" { // want `accepted if no signing key is configured`
		n++
	} else if os.Getpagesize() > 1 {
		ready = false
	} else if !good(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if os.Getppid() > 2 {
		n++
	}
	if os.Getuid() > 2 {
		n++
	}
	if os.Geteuid() > 2 {
		n++
	}
	if os.Getgid() > 2 {
		n++
	}
	if os.Getegid() > 2 {
		n++
	}
	if os.Getpid() > 2 {
		n++
	}
	if ready {
		save(body)
	}
}

func manyBranchesVerified(w http.ResponseWriter, r *http.Request) {
	body, n := read(r), 0
	if os.Getppid() > 1 {
		n++
	}
	if os.Getuid() > 1 {
		n++
	}
	if os.Geteuid() > 1 {
		n++
	}
	if os.Getgid() > 1 {
		n++
	}
	if os.Getegid() > 1 {
		n++
	}
	if os.Getpid() > 1 {
		n++
	}
	if !good(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if os.Getppid() > 2 {
		n++
	}
	if os.Getuid() > 2 {
		n++
	}
	if os.Geteuid() > 2 {
		n++
	}
	if os.Getgid() > 2 {
		n++
	}
	if os.Getegid() > 2 {
		n++
	}
	if os.Getpid() > 2 {
		n++
	}
	save(body)
}

// A chain of calls, too long to be followed.

func at1(r *http.Request, body []byte) bool { return at2(r, body) }

func at2(r *http.Request, body []byte) bool { return at3(r, body) }

func at3(r *http.Request, body []byte) bool { return at4(r, body) }

func at4(r *http.Request, body []byte) bool { return at5(r, body) }

func at5(r *http.Request, body []byte) bool { return at6(r, body) }

func at6(r *http.Request, body []byte) bool { return at7(r, body) }

func at7(r *http.Request, body []byte) bool { return at8(r, body) }

func at8(r *http.Request, body []byte) bool { return at9(r, body) }

func at9(r *http.Request, body []byte) bool { return at10(r, body) }

func at10(r *http.Request, body []byte) bool { return at11(r, body) }

func at11(r *http.Request, body []byte) bool { return at12(r, body) }

func at12(r *http.Request, body []byte) bool { return at13(r, body) }

func at13(r *http.Request, body []byte) bool { return at14(r, body) }

func at14(r *http.Request, body []byte) bool { return at15(r, body) }

func at15(r *http.Request, body []byte) bool { return at16(r, body) }

func at16(r *http.Request, body []byte) bool { return at17(r, body) }

func at17(r *http.Request, body []byte) bool { return at18(r, body) }

func at18(r *http.Request, body []byte) bool { return at19(r, body) }

func at19(r *http.Request, body []byte) bool { return at20(r, body) }

func at20(r *http.Request, body []byte) bool { return at21(r, body) }

func at21(r *http.Request, body []byte) bool { return at22(r, body) }

func at22(r *http.Request, body []byte) bool { return at23(r, body) }

func at23(r *http.Request, body []byte) bool { return at24(r, body) }

func at24(r *http.Request, body []byte) bool { return at25(r, body) }

func at25(r *http.Request, body []byte) bool { return at26(r, body) }

func at26(r *http.Request, body []byte) bool { return at27(r, body) }

func at27(r *http.Request, body []byte) bool {
	save(body)
	return true
}

func tooDeep(w http.ResponseWriter, r *http.Request) { // want `tooDeep takes Customer.io webhooks and is too large to be followed to its end`
	if at1(r, read(r)) {
		w.WriteHeader(http.StatusOK)
	}
}

func tooDeepVerified(w http.ResponseWriter, r *http.Request) {
	body := read(r)
	if !good(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if at1(r, body) {
		w.WriteHeader(http.StatusOK)
	}
}

// An interface of many types.

type sink interface {
	put(r *http.Request, body []byte) bool
}

type nowhere struct{}

func (*nowhere) put(r *http.Request, body []byte) bool { return len(body) > 0 }

type null struct{}

func (*null) put(r *http.Request, body []byte) bool { return len(body) > 1 }

type nothing struct{}

func (*nothing) put(r *http.Request, body []byte) bool { return len(body) > 2 }

type storage struct{}

func (*storage) put(r *http.Request, body []byte) bool {
	save(body)
	return true
}

type server struct{ sink sink }

func (s *server) anySink(w http.ResponseWriter, r *http.Request) { // want `anySink takes Customer.io webhooks and is too large to be followed to its end`
	if s.sink.put(r, read(r)) {
		w.WriteHeader(http.StatusOK)
	}
}

func (s *server) anySinkVerified(w http.ResponseWriter, r *http.Request) {
	body := read(r)
	if good(r, body) && s.sink.put(r, body) {
		w.WriteHeader(http.StatusOK)
	}
}

// More steps than a handler has.

func endless() int {
	n := 0
	for i := 0; i < 64; i++ {
		for j := 0; j < 64; j++ {
			for k := 0; k < 64; k++ {
				n++
			}
		}
	}
	return n
}

func tooLong(w http.ResponseWriter, r *http.Request) { // want `tooLong takes Customer.io webhooks and is too large to be followed to its end`
	body := read(r)
	if endless() > 1 && !good(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	save(body)
}

func tooLongVerified(w http.ResponseWriter, r *http.Request) {
	body := read(r)
	if !good(r, body) || endless() > 1 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	save(body)
}
