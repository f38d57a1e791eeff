package erasure

import (
	"bytes"
	"fmt"
)

// minKey is the least number of bytes in a journal's key: below that, it can be guessed.
const minKey = 16

// minDistinct is the least number of different bytes in a journal's key. Of a million random keys of 16 bytes, not one
// has so few; not even of keys of 32 random decimal digits.
const minDistinct = 6

// keyRules say what makes a key one that somebody else might come upon.
var keyRules = []struct {
	says   string
	broken func(key []byte) bool
}{
	{fmt.Sprintf("has less than %d bytes", minKey), func(key []byte) bool { return len(key) < minKey }},
	{"repeats itself", repeats},
	{fmt.Sprintf("has less than %d different bytes", minDistinct), func(key []byte) bool { return distinct(key) < minDistinct }},
	{"is a row of bytes that follow each other", isRow},
}

// checkKey refuses a key that protects nothing. The error does not show it.
func checkKey(key []byte) error {
	for _, rule := range keyRules {
		if rule.broken(key) {
			return fmt.Errorf("%w: %w: the key %s; make it of 32 random bytes", ErrJournal, ErrConfig, rule.says)
		}
	}
	return nil
}

// repeats reports whether the key is a shorter text said twice or more.
func repeats(key []byte) bool {
	for period := 1; period <= len(key)/2; period++ {
		if bytes.Equal(key[period:], key[:len(key)-period]) {
			return true
		}
	}
	return false
}

func distinct(key []byte) int {
	var seen [256]bool
	n := 0
	for _, b := range key {
		if !seen[b] {
			seen[b] = true
			n++
		}
	}
	return n
}

// isRow reports whether each byte is as far from the one before it, as in 0, 1, 2.
func isRow(key []byte) bool {
	for i := 2; i < len(key); i++ {
		if key[i]-key[i-1] != key[1]-key[0] {
			return false
		}
	}
	return true
}
