package webhookimports

import (
	hm "crypto/hmac"
	"crypto/sha256"
	"net/http"
	"strconv"
	"strings"
	"time"
)

var key []byte

func sign(ts string, body []byte) []byte {
	m := hm.New(sha256.New, key)
	m.Write([]byte("v0:" + ts + ":"))
	m.Write(body)
	return m.Sum(nil)
}

func fresh(r *http.Request) bool {
	n, err := strconv.ParseInt(r.Header.Get("X-CIO-Timestamp"), 10, 64)
	return err == nil && time.Since(time.Unix(n, 0)).Abs() < time.Minute
}

// renamed uses the name that the file has for the package.
func renamed(r *http.Request, expected string) bool {
	return fresh(r) && strings.Compare(r.Header.Get("X-CIO-Signature"), expected) == 0 // want `compared by strings.Compare`
}
