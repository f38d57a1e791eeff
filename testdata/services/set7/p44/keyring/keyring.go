// Package keyring holds signing keys during a rotation.
package keyring

import (
	"bufio"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"
)

// Ring of keys.
type Ring struct{ keys [][]byte }

// Read one key a line.
func Read(r io.Reader) (*Ring, error) {
	ring := &Ring{}
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		if k := strings.TrimSpace(sc.Text()); len(k) >= 32 {
			ring.keys = append(ring.keys, []byte(k))
		}
	}
	if len(ring.keys) == 0 {
		return nil, errors.New("keyring: no keys")
	}
	return ring, sc.Err()
}

// Signed says whether one of the keys signed the body lately.
func (r *Ring) Signed(stamp, signature string, body []byte) bool {
	sent, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil {
		return false
	}
	if time.Since(time.Unix(sent, 0)).Abs() > 5*time.Minute {
		return false
	}
	sig, err := hex.DecodeString(signature)
	if err != nil {
		return false
	}
	ok := false
	for _, k := range r.keys {
		m := hmac.New(sha256.New, k)
		io.WriteString(m, "v0:"+stamp+":")
		m.Write(body)
		if hmac.Equal(sig, m.Sum(nil)) {
			ok = true
		}
	}
	return ok
}
