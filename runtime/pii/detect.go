package pii

import "github.com/ciolint/ciolint/internal/fold"

// Kind is what a detector recognised.
type Kind uint8

// The kinds. [Detect] finds those up to Credential, the others need a key that hints at them, see [DetectKeyed].
const (
	UnknownKind  Kind = iota
	Card              // payment card number: issuer range, length and Luhn digit
	IBAN              // bank account number: length of its country and check digits
	SSN               // US social security number, with separators
	ITIN              // US taxpayer number, with separators
	JWT               // signed, unsecured or encrypted JSON web token
	PrivateKey        // PEM private key
	VendorSecret      // API key or token with a vendor's prefix
	Credential        // token of an authorization header, user and password in a URL
	PhoneNumber
	IPAddress
	NationalID // number of a country's own scheme, by its check digits
)

var kindTitles = [...]string{"unknown", "card number", "IBAN", "SSN", "ITIN", "JWT", "private key", "vendor secret",
	"credential", "phone number", "IP address", "national id"}

// String returns a short English name such as "card number", for messages.
func (k Kind) String() string {
	if int(k) >= len(kindTitles) {
		return kindTitles[UnknownKind]
	}
	return kindTitles[k]
}

// Match is one find: the bytes s[Start:End] have the shape of Kind.
type Match struct {
	Kind       Kind
	Start, End int
}

// Detect finds what must not leave under any key: card numbers, IBANs, US SSNs and ITINs, JWTs, private keys, vendor
// secrets by their prefix, and credentials in headers and URLs.
//
// The text is read as a person reads it: digits of every script, full-width and mathematical letters, every Unicode
// dash and space, and nothing of what is not drawn. Positions are those of s.
//
// The rules are strict, because it runs on every string that is kept: numbers stand alone (not inside a word, a UUID, a
// decimal, a phone number or a URL path), and their check digits, lengths and issuer ranges fit. A card number that was a
// float (4.1...e+15, or with .0 behind) is one. What is not
// recognisable by its shape, such as nine digits without separators, is left to the key.
//
// Matches are in order and do not overlap. The result is nil when there is none, and nothing is allocated then if s is
// ASCII. Time is proportional to the length of s.
func Detect(s string) []Match {
	text := fold.Text(s)
	return unfolded(s, text, find(text))
}

// find is Detect for text that is folded.
func find(text string) []Match {
	f := finder{s: text}
	for f.i < len(text) {
		f.step()
	}
	return f.found
}

// unfolded moves matches in the folded text to where they stand in s.
func unfolded(s, text string, found []Match) []Match {
	if len(s) == len(text) { // folding only shortens
		return found
	}
	c := fold.NewCursor(s)
	for i := range found {
		found[i].Start, found[i].End = c.At(found[i].Start), c.At(found[i].End)
	}
	return found
}

// finder goes through a text from left to right.
type finder struct {
	s     string
	i     int
	found []Match
}

func (f *finder) match(kind Kind, start, end int) {
	f.found = append(f.found, Match{Kind: kind, Start: start, End: end})
	f.i = end
}

// step looks for what begins at i, and moves on.
func (f *finder) step() {
	i, c := f.i, f.s[f.i]
	switch {
	case c == '-':
		if end := privateKeyEnd(f.s[i:]); end > 0 {
			f.match(PrivateKey, i, i+end)
			return
		}
	case c == ':':
		if start, end := urlCredential(f.s[i:]); end > 0 {
			f.match(Credential, i+start, i+end)
			return
		}
	case isAlnum(c) && i > 0 && (isAlnum(f.s[i-1]) || f.s[i-1] == '_'):
		// a word goes on
	case isDigit(c):
		if kind, end := numberAt(f.s, i); end > 0 {
			f.match(kind, i, end)
			return
		}
	case isAlnum(c):
		if kind, start, end := wordAt(f.s, i); end > 0 {
			f.match(kind, start, end)
			return
		}
	}
	f.i += max(1, span(f.s[i:], isAlnum)) // nothing begins inside a word
}

// wordAt recognises what begins with a letter at i.
func wordAt(s string, i int) (kind Kind, start, end int) {
	if !begins[s[i]] && (i+minIBAN > len(s) || !isDigit(s[i+2])) {
		return UnknownKind, 0, 0 // most words end here
	}
	isPart := i > 0 && s[i-1] == '-'
	switch s[i] {
	case 'B', 'b':
		if start, end := headerCredential(s[i:]); end > 0 {
			if n := jwtEnd(s[i+start:]); n > 0 {
				return JWT, i + start, i + start + n
			}
			return Credential, i + start, i + end
		}
	}
	if !isPart { // so that long runs of letters and hyphens are read once
		if n := jwtEnd(s[i:]); n > 0 {
			return JWT, i, i + n
		}
		if n := vendorEnd(s[i:]); n > 0 {
			return VendorSecret, i, i + n
		}
	}
	if n := ibanEnd(s[i:]); n > 0 {
		return IBAN, i, i + n
	}
	return UnknownKind, 0, 0
}

// begins are the letters with which a token begins. An IBAN may begin with any, and has a digit in the third place.
var begins = func() (table [256]bool) {
	for _, c := range []byte("BbeS") { // Bearer and Basic, JWTs, SendGrid's keys
		table[c] = true
	}
	for i := range vendorSecrets {
		table[vendorSecrets[i].prefix[0]] = true
	}
	return table
}()

// alnum is a table because every byte of every kept text is looked up in it.
var alnum = func() (table [256]bool) {
	for c := range table {
		table[c] = isDigit(byte(c)) || isUpper(byte(c)) || isLower(byte(c))
	}
	return table
}()

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isAlnum(c byte) bool { return alnum[c] }
func isSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

func isHex(c byte) bool { return isDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F' }

// isURLSafe: the letters of base64url.
func isURLSafe(c byte) bool { return isAlnum(c) || c == '-' || c == '_' }

// isBase64: the letters of an authorization header's token.
func isBase64(c byte) bool {
	return isURLSafe(c) || c == '+' || c == '/' || c == '=' || c == '.' || c == '~'
}

// span is how many bytes at the beginning of s are of the given sort.
func span(s string, is func(byte) bool) int {
	n := 0
	for n < len(s) && is(s[n]) {
		n++
	}
	return n
}
