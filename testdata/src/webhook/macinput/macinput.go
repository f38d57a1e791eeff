// Mode: unless-clean.

// Package macinput makes MACs of many things, one of them right.
package macinput

import (
	"bytes"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

var key = []byte(os.Getenv("KEY")) // want `KEY, which may be empty`

type event struct {
	ID string `json:"event_id"`
}

func fresh(r *http.Request) bool {
	n, err := strconv.ParseInt(r.Header.Get("X-CIO-Timestamp"), 10, 64)
	return err == nil && time.Since(time.Unix(n, 0)).Abs() < time.Minute
}

func sign(parts ...[]byte) []byte {
	m := hmac.New(sha256.New, key)
	for _, p := range parts {
		m.Write(p)
	}
	return m.Sum(nil)
}

func signature(r *http.Request) []byte {
	sig, _ := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	return sig
}

func bodyFirst(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	m := hmac.New(sha256.New, key)
	m.Write(body)
	m.Write([]byte("v0:" + r.Header.Get("X-CIO-Timestamp") + ":"))
	return fresh(r) && hmac.Equal(signature(r), m.Sum(nil)) // want `MAC over something else than v0:<timestamp>:<body>`
}

func noTimestamp(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	m := hmac.New(sha256.New, key)
	fmt.Fprintf(m, "v0:%s", body)
	return fresh(r) && hmac.Equal(signature(r), m.Sum(nil)) // want `MAC over something else`
}

func noBody(r *http.Request) bool {
	m := hmac.New(sha256.New, key)
	fmt.Fprintf(m, "v0:%s:", r.Header.Get("X-CIO-Timestamp"))
	return fresh(r) && hmac.Equal(signature(r), m.Sum(nil)) // want `MAC over something else`
}

func noVersion(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	msg := r.Header.Get("X-CIO-Timestamp") + ":" + string(body)
	m := hmac.New(sha256.New, key)
	m.Write([]byte(msg))
	return fresh(r) && hmac.Equal(signature(r), m.Sum(nil)) // want `MAC over something else`
}

func ownClock(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	m := hmac.New(sha256.New, key)
	fmt.Fprintf(m, "v0:%d:%s", time.Now().Unix(), body)
	return fresh(r) && hmac.Equal(signature(r), m.Sum(nil)) // want `MAC over something else`
}

func ownTime(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	var e struct {
		Timestamp int64 `json:"timestamp"`
	}
	_ = json.Unmarshal(body, &e)
	m := hmac.New(sha256.New, key)
	fmt.Fprintf(m, "v0:%d:%s", e.Timestamp, body)
	return fresh(r) && hmac.Equal(signature(r), m.Sum(nil)) // want `MAC over something else`
}

func prefixOnly(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	m := hmac.New(sha256.New, key)
	fmt.Fprintf(m, "v0:%s:%s", r.Header.Get("X-CIO-Timestamp"), body)
	return fresh(r) && strings.HasPrefix(hex.EncodeToString(m.Sum(nil)), r.Header.Get("X-CIO-Signature")) // want `compared by strings.HasPrefix`
}

func nothing(r *http.Request) bool {
	m := hmac.New(sha256.New, key)
	return fresh(r) && hmac.Equal(signature(r), m.Sum(nil)) // want `MAC over something else`
}

func reset(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	m := hmac.New(sha256.New, key)
	m.Write([]byte("v0:" + r.Header.Get("X-CIO-Timestamp") + ":"))
	m.Reset()
	m.Write(body)
	return fresh(r) && hmac.Equal(signature(r), m.Sum(nil)) // want `MAC over something else`
}

func marshalled(r *http.Request) bool {
	var e event
	if json.NewDecoder(r.Body).Decode(&e) != nil {
		return false
	}
	body, _ := json.Marshal(e)
	m := hmac.New(sha256.New, key)
	fmt.Fprintf(m, "v0:%s:%s", r.Header.Get("X-CIO-Timestamp"), body)
	return fresh(r) && hmac.Equal(signature(r), m.Sum(nil)) // want `MAC over JSON that was written anew`
}

func compacted(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	var small bytes.Buffer
	_ = json.Compact(&small, body)
	m := hmac.New(sha256.New, key)
	io.WriteString(m, "v0:"+r.Header.Get("X-CIO-Timestamp")+":")
	io.Copy(m, &small)
	return fresh(r) && hmac.Equal(signature(r), m.Sum(nil)) // want `MAC over JSON that was written anew`
}

func encoded(r *http.Request) bool {
	var e map[string]any
	_ = json.NewDecoder(r.Body).Decode(&e)
	m := hmac.New(sha256.New, key)
	io.WriteString(m, "v0:"+r.Header.Get("X-CIO-Timestamp")+":")
	_ = json.NewEncoder(m).Encode(e)
	return fresh(r) && hmac.Equal(signature(r), m.Sum(nil)) // want `MAC over JSON that was written anew`
}

func plainHash(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	sum := sha256.Sum256([]byte(string(key) + "v0:" + r.Header.Get("X-CIO-Timestamp") + ":" + string(body)))
	return fresh(r) && hmac.Equal(signature(r), sum[:]) // want `plain hash, which is no MAC`
}

func plainWriter(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	h := sha256.New()
	h.Write(key)
	h.Write([]byte("v0:" + r.Header.Get("X-CIO-Timestamp") + ":"))
	h.Write(body)
	return fresh(r) && hmac.Equal(signature(r), h.Sum(nil)) // want `plain hash`
}

func oldHash(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	h := hmac.New(sha1.New, key)
	fmt.Fprintf(h, "v0:%s:%s", r.Header.Get("X-CIO-Timestamp"), body)
	return fresh(r) && hmac.Equal(signature(r), h.Sum(nil)) // want `MAC by sha1`
}

func longHash(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	h := hmac.New(sha512.New, key)
	fmt.Fprintf(h, "v0:%s:%s", r.Header.Get("X-CIO-Timestamp"), body)
	return fresh(r) && hmac.Equal(signature(r), h.Sum(nil)) // want `MAC by sha512`
}

func weakHash(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	h := hmac.New(md5.New, key)
	fmt.Fprintf(h, "v0:%s:%s", r.Header.Get("X-CIO-Timestamp"), body)
	return fresh(r) && hmac.Equal(signature(r), h.Sum(nil)) // want `MAC by md5`
}

func secretItself(r *http.Request) bool {
	return hmac.Equal([]byte(r.Header.Get("X-CIO-Signature")), []byte(os.Getenv("CIO_SECRET"))) // want `compared with a secret instead of a MAC`
}

// shared is right; what one caller gives it is not.
func shared(r *http.Request, message []byte) bool {
	return fresh(r) && hmac.Equal(signature(r), sign(message))
}

func sharedRight(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !shared(r, []byte("v0:"+r.Header.Get("X-CIO-Timestamp")+":"+string(body))) {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func sharedWrong(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !shared(r, body) { // want `MAC over something else`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// All that follows is right.

func viaJoin(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	return fresh(r) && hmac.Equal(signature(r), sign([]byte(strings.Join([]string{"v0", r.Header.Get("X-CIO-Timestamp"), string(body)}, ":"))))
}

func viaParts(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	return fresh(r) && hmac.Equal(signature(r), sign([]byte("v0:"), []byte(r.Header.Get("X-CIO-Timestamp")), []byte(":"), body))
}

func viaBuffer(r *http.Request) bool {
	var b bytes.Buffer
	b.WriteString("v0:")
	b.WriteString(r.Header.Get("X-CIO-Timestamp"))
	b.WriteByte(':')
	if _, err := b.ReadFrom(r.Body); err != nil {
		return false
	}
	return fresh(r) && hmac.Equal(signature(r), sign(b.Bytes()))
}

func viaBuilder(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	var b strings.Builder
	fmt.Fprintf(&b, "v0:%s:", r.Header.Get("X-CIO-Timestamp"))
	b.Write(body)
	m := hmac.New(sha256.New, key)
	io.WriteString(m, b.String())
	return fresh(r) && hmac.Equal(signature(r), m.Sum(nil))
}

func viaAppend(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	msg := append([]byte("v0:"), r.Header.Get("X-CIO-Timestamp")...)
	msg = append(msg, ':')
	msg = append(msg, body...)
	return fresh(r) && hmac.Equal(signature(r), sign(msg))
}

func viaAppendf(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	return fresh(r) && hmac.Equal(signature(r), sign(fmt.Appendf(nil, "v0:%s:%s", r.Header.Get("X-CIO-Timestamp"), body)))
}

func viaNumber(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	n, err := strconv.ParseInt(r.Header.Get("X-CIO-Timestamp"), 10, 64)
	if err != nil || time.Now().Unix()-n > 300 {
		return false
	}
	return hmac.Equal(signature(r), sign([]byte(fmt.Sprintf("v0:%d:%s", n, body))))
}

func viaStream(r *http.Request) bool {
	m := hmac.New(sha256.New, key)
	io.Copy(m, io.MultiReader(strings.NewReader("v0:"+r.Header.Get("X-CIO-Timestamp")+":"), r.Body))
	return fresh(r) && hmac.Equal(signature(r), m.Sum(nil))
}

func viaTee(r *http.Request) bool {
	m := hmac.New(sha256.New, key)
	m.Write([]byte("v0:" + r.Header.Get("X-CIO-Timestamp") + ":"))
	body, err := io.ReadAll(io.TeeReader(r.Body, m))
	return err == nil && len(body) > 0 && fresh(r) && hmac.Equal(signature(r), m.Sum(nil))
}
