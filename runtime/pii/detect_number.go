package pii

import "strings"

// numberAt recognises a number that begins at i.
func numberAt(s string, i int) (kind Kind, end int) {
	if !opensNumber(s, i) {
		return UnknownKind, 0
	}
	if kind, n := ssnEnd(s[i:]); n > 0 {
		return kind, i + n
	}
	if n := cardEnd(s[i:]); n > 0 && !inURL(s, i) {
		return Card, i + n
	}
	return UnknownKind, 0
}

// opensNumber reports whether a number may stand at i: not behind a plus (a phone number), a decimal point, a slash (a
// URL or a date) or the hyphen of a longer name (a UUID, a tracking number).
func opensNumber(s string, i int) bool {
	if i == 0 {
		return true
	}
	switch s[i-1] {
	case '+', '/', '_':
		return false
	case '-', '.', ',':
		return i > 1 && !isAlnum(s[i-2])
	}
	return true
}

// closesNumber reports whether a number may end at i.
func closesNumber(s string, i int) bool {
	if i == len(s) {
		return true
	}
	switch c := s[i]; {
	case isAlnum(c), c == '_':
		return false
	case c == '-', c == '.', c == '/', c == ',':
		return i+1 == len(s) || !isDigit(s[i+1]) && (c != '-' || !isAlnum(s[i+1]))
	}
	return true
}

// ssnEnd is the length of a US SSN or ITIN at the beginning of s, written AAA-GG-SSSS or with spaces; 0 for none.
func ssnEnd(s string) (Kind, int) {
	const size = len("AAA-GG-SSSS")
	if len(s) < size || s[3] != s[6] || s[3] != '-' && s[3] != ' ' || !closesNumber(s, size) {
		return UnknownKind, 0
	}
	area, ok1 := digits(s[:3])
	group, ok2 := digits(s[4:6])
	serial, ok3 := digits(s[7:11])
	if !ok1 || !ok2 || !ok3 {
		return UnknownKind, 0
	}
	if kind := ssnKind(area, group, serial); kind != UnknownKind {
		return kind, size
	}
	return UnknownKind, 0
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
)

// cardEnd is the length of a payment card number at the beginning of s, 0 for none. Its groups may be set apart by single
// spaces, no-break spaces or hyphens, the same throughout. Behind a space other digits may follow, so every end of a
// group is tried, the longest number first.
func cardEnd(s string) int {
	var number [maxCard]byte
	var ends [maxCard + 1]int // by number of digits: where a group ends, else 0
	n, i, sep := 0, 0, ""
	for {
		group := span(s[i:], isDigit)
		if n+group > maxCard {
			break
		}
		n += copy(number[n:], s[i:i+group])
		i += group
		ends[n] = i
		next := separator(s[i:])
		isFirst, isLast := n == group, n >= minCard
		if next == "" || sep != "" && next != sep || isFirst && group != 4 || group < 3 && !isLast {
			break
		}
		sep = next
		i += len(sep)
	}
	for n := maxCard; n >= minCard; n-- {
		if ends[n] > 0 && closesNumber(s, ends[n]) && isCard(number[:n]) {
			return ends[n]
		}
	}
	return 0
}

// separator is the sign between groups of digits at the beginning of s, "" when no digit follows it.
func separator(s string) string {
	for _, sep := range [...]string{" ", "-", "\u00a0"} {
		if strings.HasPrefix(s, sep) && len(s) > len(sep) && isDigit(s[len(sep)]) {
			return sep
		}
	}
	return ""
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
	start := i
	for start > 0 && s[start-1] > ' ' && i-start < maxURL {
		start--
	}
	if !strings.Contains(s[start:i], "://") {
		return false
	}
	name, isParameter := strings.CutSuffix(s[start:i], "=")
	return !isParameter || Classify(name[strings.LastIndexAny(name, "?&;")+1:]) != NeverSend
}

// maxURL bounds how far back the beginning of a URL is looked for.
const maxURL = 512
