package pii

import "strings"

// ibanLengths lists the countries by the length of their IBANs (ISO 13616).
const ibanLengths = "15 NO 16 BE 18 DK FI FK FO GL NL 19 MK SI 20 AT BA EE KZ LT LU XK 21 CH HR LI LV " +
	"22 BG BH CR DE GB GE IE ME RS VA 23 AE GI IL IQ 24 AD CZ ES MD PK RO SA SE SK TN VG 25 PT 26 IS TR " +
	"27 BI DJ FR GR IT MC MR SM 28 AL AZ BY CY DO GT HN HU LB PL SV 29 BR EG PS QA UA 30 JO KW MU 31 MT SC 32 LC "

const (
	minIBAN = 15
	maxIBAN = 34
)

// ibanEnd is the length of an IBAN at the beginning of s, 0 for none. It is written in one piece or in fours, which
// spaces or another sign set apart, the same throughout.
func ibanEnd(s string) int {
	if len(s) < minIBAN || !isDigit(s[2]) || !isDigit(s[3]) {
		return 0
	}
	want := ibanLength(s[0], s[1])
	if want == 0 {
		return 0
	}
	var iban [maxIBAN]byte
	sign, _ := gap(s[4:])
	i := 0
	for n := range want {
		if sign != 0 && n > 0 && n%4 == 0 {
			next, width := gap(s[i:])
			if next != sign {
				return 0
			}
			i += width
		}
		if i >= len(s) || !isAlnum(s[i]) {
			return 0
		}
		iban[n] = upperCase(s[i])
		i++
	}
	if !hasIBANCheck(iban[:want]) || i < len(s) && (isAlnum(s[i]) || s[i] == '_') {
		return 0
	}
	return i
}

func upperCase(c byte) byte {
	if isLower(c) {
		return c - 'a' + 'A'
	}
	return c
}

// ibanLength is the length of a country's IBANs, 0 for a country without.
func ibanLength(a, b byte) int {
	a, b = upperCase(a), upperCase(b)
	if !isUpper(a) || !isUpper(b) {
		return 0
	}
	length := 0
	for rest := ibanLengths; rest != ""; {
		var field string
		field, rest, _ = strings.Cut(rest, " ")
		if n, ok := digits(field); ok {
			length = n
		} else if field[0] == a && field[1] == b {
			return length
		}
	}
	return 0
}

// hasIBANCheck reports whether the number, its first four signs moved to the end and letters read as 10 to 35, is 1
// modulo 97, and its check digits are ones that arise so.
func hasIBANCheck(iban []byte) bool {
	if check := int(iban[2]-'0')*10 + int(iban[3]-'0'); check < 2 || check > 98 {
		return false
	}
	remainder := 0
	for i := range iban {
		c := iban[(i+4)%len(iban)]
		if isDigit(c) {
			remainder = (remainder*10 + int(c-'0')) % 97
		} else {
			remainder = (remainder*100 + int(c-'A') + 10) % 97
		}
	}
	return remainder == 1
}
