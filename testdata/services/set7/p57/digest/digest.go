// Package digest makes digests to join data by.
package digest

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Hex digest of parts.
func Hex(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "|")))
	return hex.EncodeToString(sum[:])
}
