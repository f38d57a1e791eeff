package pii

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode/utf8"
)

// maxHeader is how much of a JWT's header is decoded, in bytes of base64: "alg" stands near the beginning.
const maxHeader = 1024

// jwtEnd is the length of a JWT at the beginning of s, 0 for none: three segments of base64url (the third is empty in
// unsecured ones) or five (encrypted), the first of them a JSON object with "alg".
func jwtEnd(s string) int {
	if !strings.HasPrefix(s, "eyJ") {
		return 0
	}
	var ends [5]int
	n, i := 0, 0
	for n < len(ends) {
		size := span(s[i:], isURLSafe)
		if size == 0 && n == 0 {
			return 0
		}
		i += size
		ends[n] = i
		n++
		if i == len(s) || s[i] != '.' {
			break
		}
		i++
	}
	if n < 3 || ends[1]-ends[0] < 2 || !hasAlg(s[:ends[0]]) {
		return 0
	}
	if n == 5 && ends[4] > ends[3]+1 {
		return ends[4]
	}
	return ends[2]
}

// hasAlg decodes a JWT's header.
func hasAlg(header string) bool {
	var in, out [maxHeader]byte
	n := copy(in[:], header)
	if n == maxHeader {
		n -= n % 4
	}
	size, _ := base64.RawURLEncoding.Decode(out[:], in[:n])
	return size > 0 && out[0] == '{' && bytes.Contains(out[:size], []byte(`"alg"`))
}

const (
	pemBegin = "-----BEGIN "
	pemClose = "-----"
)

var privateKeyLabels = [...]string{"PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY",
	"OPENSSH PRIVATE KEY", "PGP PRIVATE KEY BLOCK"}

// privateKeyEnd is the length of a PEM private key at the beginning of s, 0 for none. Without an end line all that
// follows is taken for the key: newlines may have been escaped, or the text cut off.
func privateKeyEnd(s string) int {
	rest, ok := strings.CutPrefix(s, pemBegin)
	if !ok {
		return 0
	}
	for _, label := range privateKeyLabels {
		if !strings.HasPrefix(rest, label) || !strings.HasPrefix(rest[len(label):], pemClose) {
			continue
		}
		const end = "-----END "
		at := strings.Index(s, end)
		if at < 0 {
			return len(s)
		}
		stop := at + len(end)
		if n := strings.Index(s[stop:], pemClose); n >= 0 {
			return stop + n + len(pemClose)
		}
		return len(s)
	}
	return 0
}

// vendorSecret is the shape of a vendor's secrets: a prefix, then at least min letters of a sort.
type vendorSecret struct {
	prefix string
	min    int
	sort   func(byte) bool
	mixed  bool // a short prefix: the rest must have digits and letters, and no word of small letters only
}

// vendorSecrets lists prefixes that vendors document. Lengths are minimums, they have grown before. Publishable keys and
// ids of objects are no secrets.
var vendorSecrets = [...]vendorSecret{
	{prefix: "AKIA", min: 16, sort: isBase32}, {prefix: "ASIA", min: 16, sort: isBase32},
	{prefix: "ABIA", min: 16, sort: isBase32}, {prefix: "ACCA", min: 16, sort: isBase32},
	{prefix: "sk_live_", min: 10, sort: isAlnum}, {prefix: "sk_test_", min: 10, sort: isAlnum},
	{prefix: "rk_live_", min: 10, sort: isAlnum}, {prefix: "rk_test_", min: 10, sort: isAlnum},
	{prefix: "whsec_", min: 16, sort: isBase64},
	{prefix: "ghp_", min: 36, sort: isAlnum}, {prefix: "gho_", min: 36, sort: isAlnum}, {prefix: "ghu_", min: 36, sort: isAlnum},
	{prefix: "ghs_", min: 36, sort: isAlnum}, {prefix: "ghr_", min: 36, sort: isAlnum}, {prefix: "github_pat_", min: 82, sort: isURLSafe},
	{prefix: "xoxb-", min: 10, sort: isURLSafe, mixed: true}, {prefix: "xoxp-", min: 10, sort: isURLSafe, mixed: true},
	{prefix: "xoxa-", min: 10, sort: isURLSafe, mixed: true}, {prefix: "xoxr-", min: 10, sort: isURLSafe, mixed: true},
	{prefix: "xapp-", min: 10, sort: isURLSafe, mixed: true},
	{prefix: "AIza", min: 35, sort: isURLSafe},
	{prefix: "shpat_", min: 32, sort: isHex}, {prefix: "shpca_", min: 32, sort: isHex},
	{prefix: "shppa_", min: 32, sort: isHex}, {prefix: "shpss_", min: 32, sort: isHex},
	{prefix: "glpat-", min: 20, sort: isURLSafe}, {prefix: "npm_", min: 36, sort: isAlnum},
	{prefix: "pypi-", min: 16, sort: isURLSafe, mixed: true}, {prefix: "sk-", min: 20, sort: isURLSafe, mixed: true},
	{prefix: "dop_v1_", min: 64, sort: isHex}, {prefix: "hf_", min: 30, sort: isAlnum, mixed: true},
}

func isBase32(c byte) bool { return isUpper(c) || '2' <= c && c <= '7' }

// vendorEnd is the length of a vendor's secret at the beginning of s, 0 for none.
func vendorEnd(s string) int {
	if len(s) < 2 {
		return 0
	}
	if s[0] == 'S' {
		return sendGridEnd(s)
	}
	for i := range vendorSecrets {
		v := &vendorSecrets[i]
		if v.prefix[1] != s[1] || v.prefix[0] != s[0] {
			continue // most words differ here, and every kept text is searched
		}
		rest, ok := strings.CutPrefix(s, v.prefix)
		if !ok {
			continue
		}
		n := span(rest, v.sort)
		if n >= v.min && (n == len(rest) || !isAlnum(rest[n])) && (!v.mixed || isMixed(rest[:n])) {
			return len(v.prefix) + n
		}
	}
	return 0
}

// sendGridEnd: "SG." and two more segments.
func sendGridEnd(s string) int {
	const least = 16
	rest, ok := strings.CutPrefix(s, "SG.")
	if !ok {
		return 0
	}
	id := span(rest, isURLSafe)
	if id < least || id == len(rest) || rest[id] != '.' {
		return 0
	}
	secret := span(rest[id+1:], isURLSafe)
	if secret < least {
		return 0
	}
	return len("SG.") + id + 1 + secret
}

// isMixed tells random letters from words: there are digits, and capitals or many digits.
func isMixed(s string) bool {
	var digits, capitals int
	for i := range len(s) {
		if isDigit(s[i]) {
			digits++
		}
		if isUpper(s[i]) {
			capitals++
		}
	}
	return digits >= 2 && (capitals > 0 || digits >= 6)
}

// headerCredential finds the token of an authorization header at the beginning of s.
func headerCredential(s string) (start, end int) {
	const scheme = len("Bearer ")
	switch {
	case len(s) > scheme && strings.EqualFold(s[:scheme], "Bearer "):
		n := span(s[scheme:], isBase64)
		if token := s[scheme : scheme+n]; n >= 16 && isMixed(token) {
			return scheme, scheme + n
		}
	case len(s) > scheme && strings.EqualFold(s[:scheme-1], "Basic "):
		start := scheme - 1
		n := span(s[start:], isBase64)
		if isBasic(s[start : start+n]) {
			return start, start + n
		}
	}
	return 0, 0
}

// isBasic decodes the token of basic authentication, which has a colon between user and password.
func isBasic(token string) bool {
	token = strings.TrimRight(token, "=")
	var in, out [maxHeader]byte
	if len(token) < 4 || len(token) > maxHeader {
		return false
	}
	n, err := base64.RawStdEncoding.Decode(out[:], in[:copy(in[:], token)])
	if err != nil || !utf8.Valid(out[:n]) {
		return false
	}
	colon := false
	for _, c := range out[:n] {
		if c < ' ' || c == 0x7F {
			return false
		}
		colon = colon || c == ':'
	}
	return colon
}

// urlCredential finds user:password before the @ of a URL, where s begins with the colon behind the scheme.
func urlCredential(s string) (start, end int) {
	const slashes = len("://")
	if !strings.HasPrefix(s, "://") {
		return 0, 0
	}
	at := -1
	for i := slashes; i < len(s) && i < maxURL && !endsAuthority(s[i]); i++ {
		if s[i] == '@' {
			at = i
		}
	}
	if at < 0 {
		return 0, 0
	}
	_, password, ok := strings.Cut(s[slashes:at], ":")
	if !ok || strings.Trim(password, "*") == "" {
		return 0, 0
	}
	return slashes, at
}

func endsAuthority(c byte) bool {
	return c <= ' ' || c == '/' || c == '?' || c == '#' || c == '"' || c == '<' || c == '>' || c == '`'
}
