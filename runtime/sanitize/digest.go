package sanitize

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"sync"
)

// digestLen is how many hex digits a digest has: 64 bits. Among a hundred million people the chance that any two
// values share one is below one in a thousand, and a longer digest would hide a guessable value no better.
const digestLen = 16

// digester makes digests; the zero value makes plain ones.
type digester struct {
	keyed *sync.Pool // of *keyedHash
	off   bool       // the hash key is empty
}

type keyedHash struct {
	hash.Hash
	sum [sha256.Size]byte
}

func newDigester(key []byte) digester {
	if len(key) == 0 {
		return digester{off: true}
	}
	return digester{keyed: &sync.Pool{New: func() any {
		return &keyedHash{Hash: hmac.New(sha256.New, key)}
	}}}
}

// of returns the digest of a text.
func (d digester) of(text string) string {
	var sum [sha256.Size]byte
	if d.keyed == nil {
		sum = sha256.Sum256([]byte(text))
	} else {
		sum = d.keyedSum(text)
	}
	var digits [digestLen]byte
	hex.Encode(digits[:], sum[:digestLen/2])
	return string(digits[:])
}

func (d digester) keyedSum(text string) [sha256.Size]byte {
	h := d.keyed.Get().(*keyedHash)
	defer d.keyed.Put(h)
	h.Reset()
	io.WriteString(h, text)
	h.Sum(h.sum[:0])
	return h.sum
}
