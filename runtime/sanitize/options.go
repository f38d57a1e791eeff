package sanitize

import (
	"bytes"
	"context"
	"strings"

	"github.com/ciolint/ciolint/internal/keyname"
)

// An Option changes what a [Sanitizer] does.
//
// The options that take keys compare them without regard to case and separators: "phone_number" is also
// "phoneNumber", "Phone-Number" and "PHONE NUMBER". A key matches wherever it stands in a payload; a dotted one
// ("order.note") matches only below that parent. They name whole keys: "note" is not "order_note".
//
// When several speak of one key, NeverSend wins over Hash, and Hash over Allow, whatever their order; all three win
// over Customer.io's reserved keys, struct tags and the dictionary.
type Option func(*Sanitizer)

// WithHashKey makes every digest an HMAC-SHA-256 under the key, cut to the same 16 hex digits. This is what
// production wants: a plain digest of a phone number or an IP address is undone by trying them all.
//
// Use at least 32 random bytes from your secret store, the same in every service whose digests are to join, and
// expect all digests to change with it. An empty key, such as an unset environment variable yields, does not fall
// back to plain digests: whatever would have been hashed is dropped instead, and reported as [ReasonNoHashKey].
func WithHashKey(key []byte) Option {
	key = bytes.Clone(key)
	return func(s *Sanitizer) { s.digest = newDigester(key) }
}

// NeverSend drops the values under these keys, also under Customer.io's reserved ones.
func NeverSend(keys ...string) Option { return ruleOption(ruleNeverSend, keys) }

// Hash replaces the values under these keys by digests, as if the dictionary had them in that class. What the
// dictionary never sends stays dropped: nine digits are found again from any digest.
func Hash(keys ...string) Option { return ruleOption(ruleHash, keys) }

// Allow keeps the values under these keys raw, as a service that sends text messages needs for "phone". The value
// detectors leave an allowed value alone too; what is nested below it is still judged by its own keys.
//
// Some keys cannot be allowed, because no reading of them is harmless: ssn, social_security, tax_id,
// credit_card, card_number, cvv, password, password_hash, bank_account and routing_number. Allow ignores them.
func Allow(keys ...string) Option {
	return func(s *Sanitizer) {
		for _, key := range keys {
			if !keyname.IsFrozen(key) {
				s.rules.add(ruleAllow, key)
			}
		}
	}
}

// WithReport calls report once after each payload in which something was dropped, hashed or redacted, in the
// goroutine that sanitizes, and not at all when nothing was. The context is that of [Sanitizer.WithContext], or else the
// background. The function must be safe for concurrent use if the Sanitizer is used so.
func WithReport(report func(context.Context, Report)) Option {
	return func(s *Sanitizer) { s.report = report }
}

func ruleOption(r rule, keys []string) Option {
	return func(s *Sanitizer) {
		for _, key := range keys {
			s.rules.add(r, key)
		}
	}
}

// rule is what an option says about a key. The stricter of two is the larger.
type rule uint8

const (
	noRule rule = iota
	ruleAllow
	ruleHash
	ruleNeverSend
)

// rules maps squashed keys to the strictest rule given for them.
type rules map[string]rule

func (r *rules) add(what rule, key string) {
	plain := keyname.Squash(key)
	if plain == "" {
		return
	}
	if *r == nil {
		*r = rules{}
	}
	(*r)[plain] = max((*r)[plain], what)
}

// of returns the strictest rule for a key given in all its squashed spellings.
func (r rules) of(spellings []string) rule {
	strictest := noRule
	for _, s := range spellings {
		strictest = max(strictest, r[s])
	}
	return strictest
}

// ofBase is of for what a "<key>_hash" key is the digest of.
func (r rules) ofBase(spellings []string) rule {
	strictest := noRule
	for _, s := range spellings {
		strictest = max(strictest, r[strings.TrimSuffix(s, "hash")])
	}
	return strictest
}
