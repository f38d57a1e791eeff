// Mode: unless-clean.

// Package schemes verifies signatures over v0:<timestamp>:<body>, whoever
// makes them.
package schemes

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strconv"
	"time"
)

// Check tells whether a signature is right, and has an error if that cannot
// be said.
func Check(key, ts, signature string, body []byte) (bool, error) {
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute {
		return false, errors.New("no time, or not now")
	}
	got, err := hex.DecodeString(signature)
	if err != nil {
		return false, err
	}
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	return hmac.Equal(got, mac.Sum(nil)), nil
}

// Strict has an error whenever the signature is not right.
func Strict(key, ts, signature string, body []byte) (bool, error) {
	ok, err := Check(key, ts, signature, body)
	if err == nil && !ok {
		err = errors.New("bad signature")
	}
	return err == nil, err
}
