// Mode: unless-clean.

// Package streaming signs while it reads.
package streaming

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"io"
	"net/http"
	"strconv"
	"sync"
	"time"
)

var macs = sync.Pool{New: func() any { return hmac.New(sha256.New, []byte("k")) }}

type signer struct {
	hash.Hash
}

func newSigner(key []byte) *signer { return &signer{hmac.New(sha256.New, key)} }

func (s *signer) begin(ts string) {
	s.Write([]byte("v0:"))
	io.WriteString(s, ts)
	s.Write([]byte{':'})
}

func tee(w http.ResponseWriter, r *http.Request) {
	s := newSigner([]byte("k"))
	s.begin(r.Header.Get("X-CIO-Timestamp"))
	var e map[string]any
	err := json.NewDecoder(io.TeeReader(r.Body, s)).Decode(&e)
	if err != nil || !hmac.Equal([]byte(hex.EncodeToString(s.Sum(nil))), []byte(r.Header.Get("X-CIO-Signature"))) || late(r) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
}

func late(r *http.Request) bool {
	n, err := strconv.ParseInt(r.Header.Get("X-CIO-Timestamp"), 10, 64)
	return err != nil || time.Until(time.Unix(n, 0)).Abs() > time.Minute
}

func pooled(r *http.Request) bool {
	m := macs.Get().(hash.Hash)
	defer macs.Put(m)
	m.Reset()
	var kept bytes.Buffer
	both := io.MultiWriter(m, &kept)
	io.WriteString(both, "v0:"+r.Header.Get("X-CIO-Timestamp")+":")
	io.Copy(both, r.Body)
	return !late(r) && hmac.Equal(m.Sum(nil), []byte(r.Header.Get("X-CIO-Signature")))
}

func multi(r *http.Request, key string) bool {
	m := hmac.New(sha256.New, []byte(key))
	var kept bytes.Buffer
	both := io.MultiWriter(m, &kept)
	io.WriteString(both, "v0:"+r.Header.Get("X-CIO-Timestamp")+":")
	io.Copy(both, r.Body)
	return !late(r) && hmac.Equal(m.Sum(nil), []byte(r.Header.Get("X-CIO-Signature")))
}

func writer(m io.Writer, ts string, body []byte) {
	io.WriteString(m, "v0:"+ts+":")
	m.Write(body)
}

func helped(r *http.Request, key string, body []byte) bool {
	m := hmac.New(sha256.New, []byte(key))
	writer(m, r.Header.Get("X-CIO-Timestamp"), body)
	return !late(r) && hmac.Equal(m.Sum(nil), []byte(r.Header.Get("X-CIO-Signature")))
}
