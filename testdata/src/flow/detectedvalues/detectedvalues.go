// Mode: never.

// Package detectedvalues sends constants that are sensitive by their form. The samples are public test data, put
// together from parts so that no scanner stumbles over this file.
package detectedvalues

import customerio "github.com/customerio/go-customerio/v3"

const (
	sample        = "4111" + "1111" + "1111" + "1111"
	spaced        = "4111 " + "1111 " + "1111 " + "1111"
	wrongDigit    = "4111" + "1111" + "1111" + "1112"
	milliseconds  = "1735689600000"
	orderNumber   = "2026-0001-000042"
	european      = "GB82" + "WEST" + "1234" + "5698" + "7654" + "32"
	europeanTypo  = "GB83" + "WEST" + "1234" + "5698" + "7654" + "32"
	armored       = "-----BEGIN " + "PRIVATE KEY-----\n" + "AAAA\n-----END " + "PRIVATE KEY-----\n"
	armoredPublic = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"
)

func cardNumber(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": sample}) // want `never-send value \([^)]*\) reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func cardNumberWithSpaces(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": spaced}) // want `never-send value \([^)]*\) reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func cardNumberInText(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": "card " + sample + " declined"}) // want `never-send value \([^)]*\) reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func numberThatFailsTheCheckDigit(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": wrongDigit})
}

func timeInMilliseconds(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": milliseconds})
}

func orderNumberIsNoCard(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": orderNumber})
}

func bankAccount(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": european}) // want `never-send value \([^)]*\) reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func bankAccountThatFailsTheCheckDigits(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": europeanTypo})
}

func privateKey(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": armored}) // want `never-send value \([^)]*\) reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func publicKey(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": armoredPublic})
}

func keyWinsOverShape(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"card_number": sample}) // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).Identify`
}

func shapeInsideAHarmlessStructure(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"items": []any{map[string]any{"text": sample}}}) // want `never-send value \([^)]*\) reaches \(\*customerio.CustomerIO\).Identify under "text"`
}

func plainWords(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": "call me maybe", "plan": "pro", "version": "1.2.3"})
}
