package webhook

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"hash"
	"sync"

	"github.com/ciolint/ciolint/runtime/credential"
)

// key checks signatures made with one signing key.
type key struct {
	macs sync.Pool // of *mac, so that a check neither allocates nor mixes the key in again
}

func newKey(signingKey string) *key {
	secret := []byte(signingKey)
	return &key{macs: sync.Pool{New: func() any {
		return &mac{hash: hmac.New(sha256.New, secret)}
	}}}
}

// newKeys refuses what [credential.CheckKey] refuses. A key that can never be right, say with the byte order mark of the
// file it was read from, would refuse every event, and nothing would say why.
func newKeys(signingKeys []string) ([]*key, error) {
	if len(signingKeys) == 0 {
		return nil, fmt.Errorf("%w: none given", ErrKey)
	}
	keys := make([]*key, len(signingKeys))
	for i, signingKey := range signingKeys {
		if err := credential.CheckKey(signingKey); err != nil {
			return nil, fmt.Errorf("%w: key %d of %d: %w", ErrKey, i+1, len(signingKeys), err)
		}
		keys[i] = newKey(signingKey)
	}
	return keys, nil
}

// signed tells in constant time whether the key made the claim's signature.
func (k *key) signed(c *claim, body []byte) bool {
	m := k.macs.Get().(*mac)
	defer k.macs.Put(m)
	return hmac.Equal(m.sum(c.timestamp, body), c.signature[:])
}

// mac is an HMAC with room for the bytes that go in and come out of it.
type mac struct {
	hash    hash.Hash
	scratch [sha256.Size]byte
}

// sum is valid until the next call.
func (m *mac) sum(timestamp string, body []byte) []byte {
	m.hash.Reset()
	prefix := append(m.scratch[:0], "v0:"...)
	prefix = append(prefix, timestamp...)
	prefix = append(prefix, ':')
	m.hash.Write(prefix)
	m.hash.Write(body)
	return m.hash.Sum(m.scratch[:0])
}
