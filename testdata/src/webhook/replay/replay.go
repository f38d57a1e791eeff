// Mode: unless-clean.

// Package replay never looks at how old a request is.
package replay

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"log"
	"net/http"
	"strconv"
	"time"
)

func handler(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	body, _ := io.ReadAll(r.Body)
	ts := r.Header.Get("X-CIO-Timestamp")
	if n, err := strconv.ParseInt(ts, 10, 64); err != nil || n < 0 {
		return
	}
	mac := hmac.New(sha256.New, []byte("key"))
	fmt.Fprintf(mac, "v0:%s:%s", ts, body)
	if !hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(r.Header.Get("X-CIO-Signature"))) { // want `signed but never compared with the clock`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	log.Print(time.Since(start))
}
