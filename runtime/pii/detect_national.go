package pii

// maxNational is the longest number of a scheme, without separators: the French NIR with its key.
const maxNational = 15

// nationalEnd is the end of a number of one of the hinted schemes at i, 0 for none. Digits and letters may be set apart by
// single dots, spaces, hyphens or slashes.
func nationalEnd(s string, i int, h hints) (kind Kind, end int) {
	if !isAlnum(s[i]) || i > 0 && (s[i-1] == '-' || s[i-1] == '+') {
		return UnknownKind, 0
	}
	var number [maxNational]byte
	n, next := 0, i
	for j := i; j < len(s) && n < maxNational && (isAlnum(s[j]) || j == next && isNationalSeparator(s[j])); j++ {
		if !isAlnum(s[j]) {
			continue
		}
		number[n] = upperCase(s[j])
		n++
		next = j + 1
		if next < len(s) && isAlnum(s[next]) {
			continue
		}
		if k := schemeOf(number[:n], h); k != UnknownKind {
			kind, end = k, next
		}
	}
	return kind, end
}

func isNationalSeparator(c byte) bool { return c == '.' || c == ' ' || c == '-' || c == '/' }

// schemeOf is the kind of number it is in one of the hinted schemes.
func schemeOf(n []byte, h hints) Kind {
	if h&hintSSN != 0 && allDigits(n, 9) {
		if kind := ssnKind(value10(n[:3]), value10(n[3:5]), value10(n[5:])); kind != UnknownKind {
			return kind
		}
	}
	for _, scheme := range schemes {
		if h&scheme.hint != 0 && scheme.check(n) {
			return NationalID
		}
	}
	return UnknownKind
}

var schemes = [...]struct {
	hint  hints
	check func([]byte) bool
}{
	{hintABA, isABA}, {hintCPF, isCPF}, {hintAadhaar, isAadhaar}, {hintIndianPAN, isIndianPAN}, {hintNHS, isNHS}, {hintNINO, isNINO},
	{hintDNI, isDNI}, {hintBSN, isBSN}, {hintPESEL, isPESEL}, {hintLuhnID, isLuhnID}, {hintTFN, isTFN}, {hintNIR, isNIR},
}

func allDigits(n []byte, size int) bool {
	if len(n) != size {
		return false
	}
	for _, c := range n {
		if !isDigit(c) {
			return false
		}
	}
	return true
}

// value10 is the value of digits.
func value10(n []byte) int {
	v := 0
	for _, c := range n {
		v = v*10 + int(c-'0')
	}
	return v
}

// weighted is the sum of the digits times their weights.
func weighted(n []byte, weights ...int) int {
	sum := 0
	for i, w := range weights {
		sum += int(n[i]-'0') * w
	}
	return sum
}

// isABA: a US routing number.
func isABA(n []byte) bool {
	if !allDigits(n, 9) || weighted(n, 3, 7, 1, 3, 7, 1, 3, 7, 1)%10 != 0 {
		return false
	}
	first := value10(n[:2])
	return first <= 12 && value10(n) != 0 || 21 <= first && first <= 32 || 61 <= first && first <= 72 || first == 80
}

// isCPF: Brazil.
func isCPF(n []byte) bool {
	if !allDigits(n, 11) {
		return false
	}
	same := true
	for _, c := range n {
		same = same && c == n[0]
	}
	first := weighted(n, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10
	second := weighted(n, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10
	return !same && first == int(n[9]-'0') && second == int(n[10]-'0')
}

// Tables of the Verhoeff scheme: multiplication in the dihedral group of ten elements, and its permutation's powers.
var (
	verhoeffProduct = [10]string{"0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
		"5987604321", "6598710432", "7659821043", "8765932104", "9876543210"}
	verhoeffPower = [8]string{"0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901",
		"2793806415", "7046913258"}
)

// isAadhaar: India.
func isAadhaar(n []byte) bool {
	if !allDigits(n, 12) || n[0] < '2' {
		return false
	}
	sum := byte(0)
	for i := range n {
		digit := n[len(n)-1-i] - '0'
		sum = verhoeffProduct[sum][verhoeffPower[i%8][digit]-'0'] - '0'
	}
	return sum == 0
}

// isIndianPAN: the tax number of a person.
func isIndianPAN(n []byte) bool {
	if len(n) != 10 || n[3] != 'P' || !isUpper(n[9]) || !allDigits(n[5:9], 4) {
		return false
	}
	return span(string(n[:5]), isUpper) == 5
}

// isNHS: England, Wales.
func isNHS(n []byte) bool {
	if !allDigits(n, 10) {
		return false
	}
	check := (11 - weighted(n, 10, 9, 8, 7, 6, 5, 4, 3, 2)%11) % 11
	return check == int(n[9]-'0')
}

// isNINO: the British national insurance number.
func isNINO(n []byte) bool {
	if len(n) != 9 || !isPrefixNINO(n[0], n[1]) || n[8] < 'A' || n[8] > 'D' {
		return false
	}
	return allDigits(n[2:8], 6)
}

func isPrefixNINO(a, b byte) bool {
	switch a {
	case 'D', 'F', 'I', 'Q', 'U', 'V':
		return false
	}
	switch b {
	case 'D', 'F', 'I', 'O', 'Q', 'U', 'V':
		return false
	}
	switch string([]byte{a, b}) {
	case "BG", "GB", "KN", "NK", "NT", "TN", "ZZ":
		return false
	}
	return isUpper(a) && isUpper(b)
}

// isDNI: Spain, also the NIE of foreigners.
func isDNI(n []byte) bool {
	if len(n) != 9 {
		return false
	}
	var number [8]byte
	copy(number[:], n)
	if 'X' <= number[0] && number[0] <= 'Z' {
		number[0] -= 'X' - '0'
	}
	return allDigits(number[:], 8) && n[8] == "TRWAGMYFPDXBNJZSQVHLCKE"[value10(number[:])%23]
}

// isBSN: the Netherlands.
func isBSN(n []byte) bool {
	return allDigits(n, 9) && value10(n) != 0 && weighted(n, 9, 8, 7, 6, 5, 4, 3, 2, -1)%11 == 0
}

// isPESEL: Poland.
func isPESEL(n []byte) bool {
	return allDigits(n, 11) && value10(n) != 0 && weighted(n, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)%10 == 0
}

// isLuhnID: the Swedish personnummer, with the century or without, and the Canadian SIN.
func isLuhnID(n []byte) bool {
	if allDigits(n, 12) {
		n = n[2:]
	}
	return (allDigits(n, 9) || allDigits(n, 10)) && value10(n) != 0 && luhn(n)
}

// isTFN: Australia.
func isTFN(n []byte) bool {
	return allDigits(n, 9) && value10(n) != 0 && weighted(n, 1, 4, 3, 7, 5, 8, 6, 9, 10)%11 == 0
}

// isNIR: France. Corsica's departments 2A and 2B count as 19 and 18.
func isNIR(n []byte) bool {
	if len(n) != 15 {
		return false
	}
	var number [15]byte
	copy(number[:], n)
	if number[5] == '2' && (number[6] == 'A' || number[6] == 'B') {
		number[5], number[6] = '1', '9'-(number[6]-'A')
	}
	return allDigits(number[:], 15) && 97-value10(number[:13])%97 == value10(number[13:])
}
