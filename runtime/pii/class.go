package pii

// Class says what may happen to the value under a key.
type Class uint8

// The classes, from the most to the least permissive, so that the stricter of two is the larger.
const (
	// Keep: delivery, segments or copy need the value, or it only says something about a sensitive datum.
	Keep Class = iota
	// Hash: the value identifies, locates or reaches a person; only a digest of it may leave.
	Hash
	// NeverSend: no campaign needs the value in any form, and its loss harms the person.
	NeverSend
)

// String returns "keep", "hash" or "never-send".
func (c Class) String() string {
	switch c {
	case Hash:
		return "hash"
	case NeverSend:
		return "never-send"
	default:
		return "keep"
	}
}

// Category is the kind of datum a key names: the reason for its [Class].
type Category uint8

// The categories. Those up to [SpecialCategory] are never sent, the others are hashed.
const (
	// NoCategory: the key names nothing sensitive.
	NoCategory Category = iota
	// GovernmentID: social security, tax, passport, licence and national register numbers.
	GovernmentID
	// PaymentCard: card numbers, verification codes, PINs, magnetic stripe and chip data.
	PaymentCard
	// BankAccount: IBAN, account numbers and the national routing codes that go with them.
	BankAccount
	// Authenticator: whatever logs somebody in, or proves to a service who calls.
	Authenticator
	// Health: patient and insurance numbers, diagnoses, medication, results, pregnancy, disability.
	Health
	// Biometric: templates, scans and prints of a body, and genetic data.
	Biometric
	// SpecialCategory: origin, opinion, belief, union, sexuality, immigration, criminal record.
	SpecialCategory
	// Phone: every number that reaches a person.
	Phone
	// NetworkAddress: IP addresses.
	NetworkAddress
	// PostalAddress: an address at line level, whole or in parts.
	PostalAddress
	// Position: coordinates.
	Position
	// Device: lasting identifiers of a device, a vehicle or a browser.
	Device
)

var categoryNames = [...]string{
	NoCategory:      "nothing sensitive",
	GovernmentID:    "government identifier",
	PaymentCard:     "payment card",
	BankAccount:     "bank account",
	Authenticator:   "authenticator",
	Health:          "health",
	Biometric:       "biometric",
	SpecialCategory: "special category",
	Phone:           "phone number",
	NetworkAddress:  "network address",
	PostalAddress:   "postal address",
	Position:        "exact position",
	Device:          "device identifier",
}

// String returns a short English name such as "government identifier", for messages.
func (c Category) String() string {
	if int(c) >= len(categoryNames) {
		return categoryNames[NoCategory]
	}
	return categoryNames[c]
}

// class is what a datum of the category gets.
func (c Category) class() Class {
	switch {
	case c == NoCategory:
		return Keep
	case c <= SpecialCategory:
		return NeverSend
	default:
		return Hash
	}
}
