package pii

import (
	"net/netip"
	"strings"

	"github.com/ciolint/ciolint/internal/fold"
)

// DetectKeyed finds what [Detect] finds, and what only the key makes recognisable: phone numbers, IP addresses, nine
// bare digits of an SSN or a bank's routing number, and the numbers of single countries by their check digits.
//
// The key need not be sensitive as a whole. It hints when a word in it does: "phone_verified" over "+1 202 555 0100" is
// a flag that holds a number. Without a hint the result is that of Detect.
//
// Matches do not overlap either: where a number is something under any key and something else under this one, such as
// the end of a phone number that has the form of an SSN, both are one match of the first kind.
func DetectKeyed(key, s string) []Match {
	text := fold.Text(s)
	found := find(text)
	if h := hintsOf(key); h != 0 {
		found = union(found, findKeyed(text, h))
	}
	return unfolded(s, text, found)
}

// findKeyed finds what the hints make recognisable.
func findKeyed(text string, h hints) []Match {
	f := finder{s: text}
	for f.i < len(text) {
		f.stepKeyed(h)
	}
	return f.found
}

// hints are the schemes that the words of a key suggest, as bits.
type hints uint32

const (
	hintPhone hints = 1 << iota
	hintIP
	hintSSN
	hintABA
	hintCPF
	hintAadhaar
	hintIndianPAN
	hintNHS
	hintNINO
	hintDNI
	hintBSN
	hintPESEL
	hintLuhnID
	hintTFN
	hintNIR
)

// hintsOf reads the words and the categories that the key names, whatever stands around them.
func hintsOf(key string) hints {
	if len(key) > window {
		return 0
	}
	d := compiled()
	var l letters
	var w words
	var p phrases
	l.read(key)
	l.split(&w, d)
	p.parse(&w, d)
	var h hints
	for i := range p.n {
		switch p.part[i].category {
		case Phone:
			h |= hintPhone
		case NetworkAddress:
			h |= hintIP
		case BankAccount:
			h |= hintABA
		}
	}
	for i := 0; i < l.n; {
		t := l.next(i, d)
		h |= hintOfWord(string(l.text[t.start:t.end]))
		i = int(t.end)
	}
	return h
}

// hintOfWord: the words that name a scheme, and nothing else often.
func hintOfWord(word string) hints {
	switch word {
	case "ssn", "social":
		return hintSSN
	case "aba", "routing", "rtn":
		return hintABA
	case "cpf":
		return hintCPF
	case "aadhaar", "aadhar", "adhaar", "uidai":
		return hintAadhaar
	case "pan":
		return hintIndianPAN
	case "nhs":
		return hintNHS
	case "nino", "insurance", "ni":
		return hintNINO
	case "dni", "nie", "nif":
		return hintDNI
	case "bsn", "burgerservicenummer":
		return hintBSN
	case "pesel":
		return hintPESEL
	case "personnummer", "sin":
		return hintLuhnID
	case "tfn":
		return hintTFN
	case "nir", "insee", "secu", "securite":
		return hintNIR
	}
	return 0
}

// stepKeyed looks for what begins at i with the help of hints, and moves on.
func (f *finder) stepKeyed(h hints) {
	i := f.i
	if i > 0 && (isAlnum(f.s[i-1]) || f.s[i-1] == '.') {
		f.i++
		return
	}
	kind, end := UnknownKind, 0
	if h&hintIP != 0 {
		kind, end = IPAddress, ipEnd(f.s, i)
	}
	if end == 0 && h&hintPhone != 0 {
		kind, end = PhoneNumber, phoneEnd(f.s, i)
	}
	if end == 0 {
		kind, end = nationalEnd(f.s, i, h)
	}
	if end == 0 {
		f.i++
		return
	}
	f.match(kind, i, end)
}

// ipEnd is the end of an IP address at i, 0 for none. Loopback and unspecified addresses are not personal.
func ipEnd(s string, i int) int {
	end := i
	for end < len(s) && end-i < len("ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255%interface") && isIPSign(s[end]) {
		end++
	}
	text := strings.TrimRight(s[i:end], ".:")
	if port := strings.LastIndexByte(text, ':'); port > 0 && strings.Count(text, ":") == 1 {
		text = text[:port]
	}
	ip, err := netip.ParseAddr(text)
	if err != nil || ip.IsLoopback() || ip.IsUnspecified() {
		return 0
	}
	return i + len(text)
}

func isIPSign(c byte) bool { return isHex(c) || c == '.' || c == ':' || c == '%' || isAlnum(c) }

// maxPhone is the longest way to write a phone number that is read: 15 digits, and as much again and more between them.
const maxPhone = 48

// phoneEnd is the end of a phone number at i, 0 for none: E.164 with a plus, or ten digits of North America.
func phoneEnd(s string, i int) int {
	hasPlus := s[i] == '+'
	start := i
	if hasPlus {
		start++
	} else if i > 0 && s[i-1] == '+' || !isDigit(s[i]) && s[i] != '(' {
		return 0
	}
	var number [16]byte
	n, end := 0, 0
	for j := start; j < min(len(s), i+maxPhone) && n < len(number); j++ {
		c := s[j]
		if isDigit(c) {
			number[n] = c
			n++
			end = j + 1
		} else if strings.IndexByte(" .-()/", c) < 0 || j > start && c != '(' && !isDigit(s[j-1]) && s[j-1] != ')' && c != ' ' {
			break
		}
	}
	if end < len(s) && isAlnum(s[end]) {
		return 0
	}
	if hasPlus && 8 <= n && n <= 15 && number[0] != '0' || !hasPlus && isNorthAmerican(number[:n]) {
		return end
	}
	return 0
}

// isNorthAmerican: area and exchange start with 2 to 9 and are not N11.
func isNorthAmerican(n []byte) bool {
	if len(n) == 11 && n[0] == '1' {
		n = n[1:]
	}
	if len(n) != 10 {
		return false
	}
	isCode := func(c []byte) bool { return c[0] >= '2' && (c[1] != '1' || c[2] != '1') }
	return isCode(n[:3]) && isCode(n[3:6])
}

// union puts two lists in order and makes one match of those that overlap, of the kind that needs the least of a key.
func union(plain, keyed []Match) []Match {
	if len(keyed) == 0 {
		return plain
	}
	out := make([]Match, 0, len(plain)+len(keyed))
	for len(plain)+len(keyed) > 0 {
		from := &keyed
		if len(keyed) == 0 || len(plain) > 0 && plain[0].Start <= keyed[0].Start {
			from = &plain
		}
		m := (*from)[0]
		*from = (*from)[1:]
		if last := len(out) - 1; last >= 0 && m.Start < out[last].End {
			out[last].Kind = min(out[last].Kind, m.Kind)
			out[last].End = max(out[last].End, m.End)
			continue
		}
		out = append(out, m)
	}
	return out
}
