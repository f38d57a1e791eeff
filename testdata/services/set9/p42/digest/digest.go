package digest

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

// Keyed returns a function that nobody without the key can repeat.
func Keyed(key []byte) func(string) string {
	return func(s string) string {
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(s))
		return hex.EncodeToString(mac.Sum(nil)[:8])
	}
}
