package sanitize

import (
	"hash/maphash"
	"strings"
	"sync/atomic"

	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/internal/keyname"
	"github.com/ciolint/ciolint/runtime/pii"
)

// digestSuffix marks the key of a digest.
const digestSuffix = "_hash"

// keyInfo is all that can be said about a key, or a dotted path of keys, without knowing the sanitizer's options.
type keyInfo struct {
	key             string
	top, topMessage verdict // the verdicts at the top of a payload, without options

	class       pii.Class
	category    pii.Category
	base        pii.Class // of the key without digestSuffix
	suffixed    bool      // the key ends in digestSuffix
	deliverable bool      // a transactional message may exist to deliver the value
	reserved    bool
	leaks       bool     // the key itself holds a card number or the like
	digestKey   string   // where the digest of a value goes
	spellings   []string // what options may call the key
}

// isPlain reports whether a scalar under the key passes if no detector minds it.
func (v *verdict) isPlain() bool { return v.class == pii.Keep && v.mode != digested }

// atTop is the verdict on the key at the top of a payload, without options.
func (k *keyInfo) atTop(message bool) *verdict {
	if message {
		return &k.topMessage
	}
	return &k.top
}

func newKeyInfo(key string) *keyInfo {
	base, suffixed := strings.CutSuffix(key, digestSuffix)
	class, category, decisive := keyclass.Of(key)
	k := &keyInfo{
		key:         key,
		class:       class,
		category:    category,
		suffixed:    suffixed && base != "",
		deliverable: pii.Deliverable(decisive),
		reserved:    keyclass.IsReserved(key),
		leaks:       pii.Detect(base) != nil,
		digestKey:   key + digestSuffix,
		spellings:   keyname.Spellings(key),
	}
	if k.suffixed {
		k.base, _, _ = keyclass.Of(base)
	}
	k.top = byDictionary(k, k, false, k.reserved)
	k.topMessage = byDictionary(k, k, true, k.reserved)
	return k
}

// A keyCache remembers keyInfo by key. It is a fixed number of slots without locks: a key may live in any of a few slots
// that its hash selects, and takes another key's place when all are in use. So it is bounded whatever keys come, forgets
// the ones no longer used, and concurrent use costs no more than an atomic load. The hash is seeded at random: nobody can
// aim keys at one slot.
type keyCache struct {
	seed  maphash.Seed
	turn  atomic.Uint64 // picks the slot to take when all are in use; by a fixed rule two keys could evict each other for ever
	slots [cacheSlots]atomic.Pointer[keyInfo]
}

const (
	// cacheSlots is far above the number of attribute names a service has, and 16 KiB of pointers.
	cacheSlots = 2048
	// cacheWays is in how many neighbouring slots a key may be.
	cacheWays = 4
	// cacheKeyLen is the longest key remembered, so that the cache stays below a few hundred KiB. Customer.io takes
	// names up to 150 bytes; what is longer is worked out anew each time.
	cacheKeyLen = 160
)

var known = &keyCache{seed: maphash.MakeSeed()}

func (c *keyCache) lookup(key string) *keyInfo {
	if len(key) > cacheKeyLen {
		return newKeyInfo(key)
	}
	h := maphash.String(c.seed, key)
	for way := range uint64(cacheWays) {
		if k := c.slot(h, way).Load(); k != nil && k.key == key {
			return k
		}
	}
	return c.insert(h, strings.Clone(key))
}

// lookupBytes is lookup for a key put together in a buffer, without making a string of it when it is known.
func (c *keyCache) lookupBytes(key []byte) *keyInfo {
	if len(key) > cacheKeyLen {
		return newKeyInfo(string(key))
	}
	h := maphash.Bytes(c.seed, key)
	for way := range uint64(cacheWays) {
		if k := c.slot(h, way).Load(); k != nil && k.key == string(key) {
			return k
		}
	}
	return c.insert(h, string(key))
}

func (c *keyCache) slot(h, way uint64) *atomic.Pointer[keyInfo] {
	return &c.slots[(h+way)%cacheSlots]
}

// insert takes a free slot, or evicts from one.
func (c *keyCache) insert(h uint64, key string) *keyInfo {
	k := newKeyInfo(key)
	for way := range uint64(cacheWays) {
		if c.slot(h, way).CompareAndSwap(nil, k) {
			return k
		}
	}
	c.slot(h, c.turn.Add(1)%cacheWays).Store(k)
	return k
}
