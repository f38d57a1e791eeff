package webhook

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// The headers Customer.io signs with, in the canonical form under which [http.Header] keeps them.
const (
	SignatureHeader = "X-Cio-Signature"
	TimestampHeader = "X-Cio-Timestamp"
)

// maxSeconds is the last second of the year 9999. Whatever comes later is no clock's time, and time.Time could not
// hold all of it.
const maxSeconds = 253402300799

// claim is what the headers of a request assert about its body.
type claim struct {
	signature [sha256.Size]byte
	timestamp string // the header's text: this is signed, not the number
	sentAt    time.Time
}

func parseClaim(h http.Header) (c claim, err error) {
	signatures, timestamps := h[SignatureHeader], h[TimestampHeader]
	if len(signatures) == 0 {
		return c, ErrMissingSignature
	}
	if len(timestamps) == 0 {
		return c, ErrMissingTimestamp
	}
	var ok bool
	if c.timestamp, ok = single(timestamps); !ok {
		return c, ErrMalformedTimestamp
	}
	if c.sentAt, ok = parseSeconds(c.timestamp); !ok {
		return c, ErrMalformedTimestamp
	}
	signature, ok := single(signatures)
	if !ok || !c.decodeSignature(signature) {
		return c, ErrSignature // not hex's error, which holds a character of the signature
	}
	return c, nil
}

// decodeSignature accepts hex digits in both cases, as many as an HMAC-SHA-256 has.
func (c *claim) decodeSignature(text string) bool {
	var digits [2 * len(c.signature)]byte
	if len(text) != len(digits) {
		return false
	}
	copy(digits[:], text)
	_, err := hex.Decode(c.signature[:], digits[:])
	return err == nil
}

// single is the value of a header without the white space around it. Proxies that repeat a header do no harm. Values
// that differ are none: nobody knows which of them code after the verifier would believe.
func single(values []string) (value string, ok bool) {
	value = trim(values[0])
	for _, other := range values[1:] {
		if trim(other) != value {
			return "", false
		}
	}
	return value, true
}

// trim removes what HTTP calls optional white space. net/http does so too, but headers from elsewhere may have it.
func trim(value string) string { return strings.Trim(value, " \t") }

// parseSeconds reads digits only: neither a sign nor a fraction.
func parseSeconds(text string) (time.Time, bool) {
	seconds, err := strconv.ParseUint(text, 10, 64)
	if err != nil || seconds > maxSeconds {
		return time.Time{}, false
	}
	return time.Unix(int64(seconds), 0), true
}
