package sanitize

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
)

// decimalFloat writes a float without an exponent: 1.5550123e7 is "15550123".
func decimalFloat(f float64, bits int) string {
	if f == 0 {
		return "0" // also for minus zero
	}
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return strconv.FormatFloat(f, 'g', -1, bits)
	}
	return strconv.FormatFloat(f, 'f', -1, bits)
}

// maxExponent is the largest decimal exponent a float64 can have, and so the longest row of zeros decimalNumber
// writes.
const maxExponent = 308

// decimalNumber brings the text of a JSON number to the form decimalFloat gives: no exponent, no zeros at the end of
// a fraction, every digit kept. What is no number, or has an exponent beyond any float, stays as it is.
func decimalNumber(s string) string {
	if isPlainInteger(s) {
		return s
	}
	if !json.Valid([]byte(s)) || s[0] != '-' && (s[0] < '0' || s[0] > '9') {
		return s
	}
	unsigned, negative := strings.CutPrefix(s, "-")
	mantissa, exponent, _ := strings.Cut(strings.ToLower(unsigned), "e")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	exp := 0
	if exponent != "" {
		var err error
		if exp, err = strconv.Atoi(exponent); err != nil || exp < -maxExponent || exp > maxExponent {
			return s
		}
	}
	digits := whole + fraction
	point := len(whole) + exp
	if point < 0 {
		digits, point = strings.Repeat("0", -point)+digits, 0
	}
	if point > len(digits) {
		digits += strings.Repeat("0", point-len(digits))
	}
	whole = strings.TrimLeft(digits[:point], "0")
	if whole == "" {
		whole = "0"
	}
	if fraction = strings.TrimRight(digits[point:], "0"); fraction != "" {
		whole += "." + fraction
	}
	if negative && whole != "0" {
		whole = "-" + whole
	}
	return whole
}

func isPlainInteger(s string) bool {
	if s == "" || s[0] == '0' && len(s) > 1 {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
