package webhook

import (
	"encoding/hex"
	"net/http"
	"strconv"
	"time"
)

// Sign sets the headers in h that Customer.io would send with body at the time at, if signingKey were its key. It is
// for tests of handlers behind a [Verifier].
func Sign(h http.Header, signingKey string, at time.Time, body []byte) {
	timestamp := strconv.FormatInt(at.Unix(), 10)
	m := newKey(signingKey).macs.New().(*mac)
	h.Set(TimestampHeader, timestamp)
	h.Set(SignatureHeader, hex.EncodeToString(m.sum(timestamp, body)))
}
