package pii

import "strings"

// numberAt recognises a number that begins at i.
func numberAt(s string, i int) (kind Kind, end int) {
	if !opensNumber(s, i) {
		return UnknownKind, 0
	}
	least := minCard
	if i > 0 && s[i-1] == '+' {
		least = maxE164 + 1 // else it is a phone number
	} else if kind, n := ssnEnd(s[i:]); n > 0 && !inPath(s, i) {
		return kind, i + n
	}
	n := cardEnd(s[i:], least)
	if n == 0 && least == minCard {
		n = floatCardEnd(s[i:])
	}
	if n > 0 && !inPath(s, i) && !inURL(s, i) {
		return Card, i + n
	}
	return UnknownKind, 0
}

// opensNumber reports whether a number may stand at i: not behind a decimal point, or the hyphen of a longer name (a
// UUID, a tracking number).
func opensNumber(s string, i int) bool {
	if i == 0 {
		return true
	}
	switch s[i-1] {
	case '_':
		return false
	case '-': // or a minus
		return i == 1 || !isAlnum(s[i-2])
	case '.':
		return i > 1 && !isAlnum(s[i-2])
	case ',': // of a list, but not of 0,5
		return i < 2 || s[i-2] != '0' || i > 2 && isAlnum(s[i-3])
	}
	return true
}

// inPath reports whether a slash stands before position i that belongs to a path: the word begins with a slash, or is
// more than a date such as 12/29.
func inPath(s string, i int) bool {
	if i == 0 || s[i-1] != '/' {
		return false
	}
	start := wordStart(s, i)
	if s[start] == '/' {
		return true
	}
	for _, c := range []byte(s[start:i]) {
		if !isDigit(c) && c != '/' && c != '.' && c != '-' {
			return true
		}
	}
	return false
}

// gap is what stands between two groups of a number at the beginning of s: spaces, or one sign that may have spaces
// around it. The sign is ' ' for spaces only, and 0 when nothing follows that could be a group.
func gap(s string) (sign byte, size int) {
	size = span(s, isSpace)
	if size > 0 {
		sign = ' '
	}
	if size < len(s) {
		switch s[size] {
		case '-', '.', '_', '/':
			sign = s[size]
			size++
			size += span(s[size:], isSpace)
		}
	}
	if size == 0 || size == len(s) || !isAlnum(s[size]) {
		return 0, 0
	}
	return sign, size
}

// closesNumber reports whether a number whose groups are apart by sign (0 for none) may end at i. It may not where it
// goes on: in a word, by another group after the same sign, or as a decimal. A date or a code may follow behind a comma
// or a slash, and more digits behind a space.
func closesNumber(s string, i int, sign byte) bool {
	if i == len(s) {
		return true
	}
	hasMore := i+1 < len(s) && isDigit(s[i+1])
	switch c := s[i]; {
	case isAlnum(c):
		return false
	case c == '_':
		return sign == '_' && !hasMore
	case c == '-':
		return i+1 == len(s) || !isAlnum(s[i+1])
	case c == '.':
		return !hasMore || sign != 0 && sign != '.' || sign == 0 && isZeroFraction(s[i+1:])
	case c == '/':
		return !hasMore || sign != '/'
	}
	return true
}

// isZeroFraction reports whether a fraction adds nothing: spreadsheets and data frames write a card number with .0 behind.
func isZeroFraction(s string) bool {
	zeros := span(s, func(c byte) bool { return c == '0' })
	return zeros == len(s) || !isAlnum(s[zeros]) && s[zeros] != '_'
}

// ssnEnd is the length of a US SSN or ITIN at the beginning of s, written AAA-GG-SSSS with one sign between the groups;
// 0 for none. The sign is no slash: 123/05/2026 is how some countries number invoices and files.
func ssnEnd(s string) (Kind, int) {
	var groups [3]int
	var sign byte
	i := 0
	for g, size := range [...]int{len("AAA"), len("GG"), len("SSSS")} {
		if g > 0 {
			next, n := gap(s[i:])
			if n == 0 || next == '/' || g > 1 && next != sign {
				return UnknownKind, 0
			}
			sign = next
			i += n
		}
		if len(s) < i+size {
			return UnknownKind, 0
		}
		n, ok := digits(s[i : i+size])
		if !ok {
			return UnknownKind, 0
		}
		groups[g] = n
		i += size
	}
	kind := ssnKind(groups[0], groups[1], groups[2])
	if kind == UnknownKind || !closesNumber(s, i, sign) {
		return UnknownKind, 0
	}
	return kind, i
}

// ssnKind applies the rules of the Social Security Administration and, for areas from 900, of the IRS.
func ssnKind(area, group, serial int) Kind {
	switch {
	case area == 0, area == 666, group == 0, serial == 0:
		return UnknownKind
	case area < 900:
		return SSN
	case 50 <= group && group <= 65, 70 <= group && group <= 88, 90 <= group && group <= 92, 94 <= group:
		return ITIN
	}
	return UnknownKind
}

// digits is the number s consists of, if it consists of digits only.
func digits(s string) (n int, ok bool) {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

const (
	minCard = 13
	maxCard = 19
	maxE164 = 15 // digits of the longest phone number, with its country
)

// cardEnd is the length of a payment card number of at least so many digits at the beginning of s, 0 for none. Its groups
// may be set apart by spaces or another sign, the same throughout. Behind a space other digits may follow, so every end
// of a group is tried, the longest number first.
func cardEnd(s string, least int) int {
	var number [maxCard]byte
	var ends [maxCard + 1]int // by number of digits: where a group ends, else 0
	n, i, sign := 0, 0, byte(0)
	for {
		group := span(s[i:], isDigit)
		if group == 0 || n+group > maxCard {
			break
		}
		n += copy(number[n:], s[i:i+group])
		i += group
		ends[n] = i
		next, size := gap(s[i:])
		isFirst, isLast := n == group, n >= minCard
		if size == 0 || sign != 0 && next != sign || isFirst && group != 4 || group < 3 && !isLast {
			break
		}
		sign = next
		i += size
	}
	for n := maxCard; n >= least; n-- {
		if ends[n] > 0 && isCard(number[:n]) && closesNumber(s, ends[n], signWithin(s[:ends[n]])) {
			return ends[n]
		}
	}
	return 0
}

// minFraction is how many digits stand at least behind the point of a card number that became a float. With fewer it
// would end in a row of zeros that card numbers do not have, and round figures do.
const minFraction = 9

// floatCardEnd is cardEnd for a number that was a float when it became text: 4.111111111111111e+15.
func floatCardEnd(s string) int {
	if len(s) < 2 || s[1] != '.' {
		return 0
	}
	fraction := span(s[2:], isDigit)
	at := 2 + fraction
	if fraction < minFraction || fraction >= maxCard || len(s) < at+len("e15") || s[at] != 'e' && s[at] != 'E' {
		return 0
	}
	at++
	if s[at] == '+' {
		at++
	}
	size := span(s[at:], isDigit)
	exponent, _ := digits(s[at : at+size])
	if size != 2 || exponent < fraction || exponent >= maxCard || !closesNumber(s, at+size, 0) {
		return 0
	}
	var number [maxCard]byte
	for i := range number {
		number[i] = '0' // a float has no zeros at its end
	}
	number[0] = s[0]
	copy(number[1:], s[2:2+fraction])
	if !isCard(number[:exponent+1]) {
		return 0
	}
	return at + size
}

// signWithin is the sign between the groups of a number, 0 for a number in one piece.
func signWithin(number string) byte {
	sign, _ := gap(number[span(number, isDigit):])
	return sign
}

func isCard(number []byte) bool { return isIssued(number) && luhn(number) }

// isIssued reports whether an issuer has numbers that begin so and are so long.
func isIssued(number []byte) bool {
	n := len(number)
	first := 0
	for _, c := range number[:4] {
		first = first*10 + int(c-'0')
	}
	two, three := first/100, first/10
	switch {
	case first/1000 == 4: // Visa
		return n == 13 || n == 16 || n == 19
	case 51 <= two && two <= 55, 2221 <= first && first <= 2720: // Mastercard
		return n == 16
	case two == 34, two == 37: // American Express
		return n == 15
	case first == 6011, 644 <= three && three <= 649, two == 65, // Discover
		3528 <= first && first <= 3589, // JCB
		two == 62:                      // UnionPay
		return n >= 16
	case 300 <= three && three <= 305, first == 3095, two == 36, two == 38, two == 39: // Diners
		return n >= 14
	case two == 50, 56 <= two && two <= 58, first/1000 == 6: // Maestro
		return true
	}
	return false
}

// luhn checks the last digit as ISO/IEC 7812-1 has it.
func luhn(number []byte) bool {
	sum := 0
	for i := range number {
		d := int(number[len(number)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// inURL reports whether position i lies in a URL, where long numbers are ids. A query parameter whose name is
// sensitive is believed to hold what it says.
func inURL(s string, i int) bool {
	start := wordStart(s, i)
	if !strings.Contains(s[start:i], "://") {
		return false
	}
	name, isParameter := strings.CutSuffix(s[start:i], "=")
	return !isParameter || Classify(name[strings.LastIndexAny(name, "?&;")+1:]) != NeverSend
}

// wordStart is where the word before position i begins.
func wordStart(s string, i int) int {
	start := i
	for start > 0 && s[start-1] > ' ' && i-start < maxURL {
		start--
	}
	return start
}

// maxURL bounds how far back the beginning of a URL is looked for.
const maxURL = 512
