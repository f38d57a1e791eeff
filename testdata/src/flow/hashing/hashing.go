// Mode: never.

// Package hashing encodes, digests and encrypts values.
// A nine-digit number is found again from its plain digest in seconds, so encodings and plain digests carry
// the value; a keyed digest and encryption do not.
package hashing

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"hash"
	"io"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ Name, Email, SSN, CardNumber string }

func encodings(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{
		"a": base64.StdEncoding.EncodeToString([]byte(u.SSN)),    // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "a"`
		"b": base64.RawURLEncoding.EncodeToString([]byte(u.SSN)), // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "b"`
		"c": hex.EncodeToString([]byte(u.SSN)),                   // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "c"`
		"d": fmt.Sprintf("%x", u.SSN),                            // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "d"`
		"e": hex.AppendEncode(nil, []byte(u.SSN)),                // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "e"`
	})
}

func encodingsOfHarmlessText(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{
		"a": base64.StdEncoding.EncodeToString([]byte(u.Name)),
		"b": base64.RawURLEncoding.EncodeToString([]byte(u.Name)),
		"c": hex.EncodeToString([]byte(u.Name)),
		"d": fmt.Sprintf("%x", u.Name),
	})
}

func digestsInOneExpression(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{
		"a": fmt.Sprintf("%x", sha256.Sum256([]byte(u.SSN))), // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "a"`
		"b": fmt.Sprintf("%x", sha1.Sum([]byte(u.SSN))),      // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "b"`
		"c": fmt.Sprintf("%x", md5.Sum([]byte(u.SSN))),       // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "c"`
		"d": fmt.Sprintf("%x", sha512.Sum512([]byte(u.SSN))), // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "d"`
	})
}

func digestsOfAnEmail(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{
		"a": fmt.Sprintf("%x", sha256.Sum256([]byte(u.Email))),
		"b": fmt.Sprintf("%x", md5.Sum([]byte(u.Email))),
	})
}

func sumInAVariable(c *customerio.CustomerIO, u user) {
	sum := sha256.Sum256([]byte(u.SSN))
	c.Identify("u1", map[string]any{"note": hex.EncodeToString(sum[:])}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func sumOfHarmlessTextInAVariable(c *customerio.CustomerIO, u user) {
	sum := sha256.Sum256([]byte(u.Name))
	c.Identify("u1", map[string]any{"note": hex.EncodeToString(sum[:])})
}

func cutDigest(c *customerio.CustomerIO, u user) {
	sum := sha256.Sum256([]byte(u.SSN))
	c.Identify("u1", map[string]any{"note": hex.EncodeToString(sum[:])[:16]}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func streamingDigest(c *customerio.CustomerIO, u user) {
	h := sha256.New()
	h.Write([]byte(u.SSN))
	c.Identify("u1", map[string]any{"note": hex.EncodeToString(h.Sum(nil))}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func streamingDigestOfHarmlessText(c *customerio.CustomerIO, u user) {
	h := sha256.New()
	h.Write([]byte(u.Name))
	c.Identify("u1", map[string]any{"note": hex.EncodeToString(h.Sum(nil))})
}

func digestFedThroughAWriter(c *customerio.CustomerIO, u user) {
	var h hash.Hash = md5.New()
	io.WriteString(h, u.SSN)
	c.Identify("u1", map[string]any{"note": h.Sum(nil)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func keyedDigest(c *customerio.CustomerIO, u user, pepper []byte) {
	mac := hmac.New(sha256.New, pepper)
	mac.Write([]byte(u.SSN))
	c.Identify("u1", map[string]any{"note": hex.EncodeToString(mac.Sum(nil))})
}

func keyedDigestThroughAWriter(c *customerio.CustomerIO, u user, pepper []byte) {
	mac := hmac.New(sha256.New, pepper)
	io.WriteString(mac, u.SSN)
	c.Identify("u1", map[string]any{"note": base64.StdEncoding.EncodeToString(mac.Sum(nil))})
}

func keyedDigestBesideThePlainValue(c *customerio.CustomerIO, u user, pepper []byte) {
	mac := hmac.New(sha256.New, pepper)
	mac.Write([]byte(u.SSN))
	c.Identify("u1", map[string]any{
		"join": hex.EncodeToString(mac.Sum(nil)),
		"note": u.SSN, // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	})
}

func keyed(value string, pepper []byte) string {
	mac := hmac.New(sha256.New, pepper)
	mac.Write([]byte(value))
	return hex.EncodeToString(mac.Sum(nil))
}

func keyedDigestInAHelper(c *customerio.CustomerIO, u user, pepper []byte) {
	c.Identify("u1", map[string]any{"note": keyed(u.SSN, pepper)})
}

func plain(value string) string {
	sum := sha256.Sum256([]byte(value))
	return hex.EncodeToString(sum[:])
}

func plainDigestInAHelper(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": plain(u.SSN)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func encrypted(c *customerio.CustomerIO, u user, gcm cipher.AEAD, nonce []byte) {
	c.Identify("u1", map[string]any{"note": base64.StdEncoding.EncodeToString(gcm.Seal(nil, nonce, []byte(u.SSN), nil))})
}

func encryptedByABlockCipher(c *customerio.CustomerIO, u user, pepper, nonce []byte) error {
	block, err := aes.NewCipher(pepper)
	if err != nil {
		return err
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return err
	}
	return c.Identify("u1", map[string]any{"note": gcm.Seal(nil, nonce, []byte(u.SSN), nil)})
}

func last4(s string) string { return s[len(s)-4:] }

func lastFourOfACardMayBeShown(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"card_last4": u.CardNumber[len(u.CardNumber)-4:]})
}

func lastFourOfACardThroughAHelper(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"card_last4": last4(u.CardNumber)})
}

func lastFourOfACardUnderAnyName(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": "ending in " + u.CardNumber[len(u.CardNumber)-4:]})
}

func firstTwelveOfACard(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": u.CardNumber[:12]}) // want `never-send value CardNumber reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func wholeCardUnderTheNameOfItsEnd(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"card_last4": u.CardNumber}) // want `never-send value CardNumber reaches \(\*customerio.CustomerIO\).Identify under "card_last4"`
}

func lastFourOfAGovernmentNumber(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": u.SSN[len(u.SSN)-4:]}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func lastFourOfAGovernmentNumberThroughAHelper(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": last4(u.SSN)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func lastFourOfAGovernmentNumberByKey(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"ssn_last4": last4(u.SSN)}) // want `never-send key "ssn_last4" reaches \(\*customerio.CustomerIO\).Identify`
}
