package pii

import (
	"encoding/base64"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// Shapes that a scanner would take for secrets are put together here, so that the file holds none.
var (
	jwtHeader  = base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"HS256","typ":"JWT"}`))
	jwtPayload = base64.RawURLEncoding.EncodeToString([]byte(`{"sub":"nobody"}`))
	sampleJWT  = jwtHeader + "." + jwtPayload + "." + strings.Repeat("s1G", 14)
	noneJWT    = jwtHeader + "." + jwtPayload + "."
	sampleJWE  = jwtHeader + ".key." + "iv.text.tag"
	basicAuth  = base64.StdEncoding.EncodeToString([]byte("nobody:opensesame"))
	random40   = strings.Repeat("a1B2c3D4", 5)
	hex64      = strings.Repeat("0a1b2c3d", 8)
)

func pem(label string) string {
	edge := strings.Repeat("-", 5)
	return edge + "BEGIN " + label + edge + "\nMIIB\n" + edge + "END " + label + edge
}

// finds lists values and what is marked in them between « and ».
var finds = []struct {
	kind Kind
	text string
}{
	{Card, "«4111 1111 1111 1111»"}, {Card, "«4111111111111111»"}, {Card, "card «4111-1111-1111-1111», thanks"},
	{Card, "«5555555555554444»"}, {Card, "«378282246310005»"}, {Card, "«3782 822463 10005»"}, {Card, "«6011111111111117»"},
	{Card, "«3530111333300000»"}, {Card, "«30569309025904»"}, {Card, "«2223003122003222»"}, {Card, "«6200000000000005»"},
	{Card, "«5018000000000009»"}, {Card, "«4222222222222»"}, {Card, "charged to «4111 1111 1111 1111» 12/29"},
	{Card, "«4111\u00a01111\u00a01111\u00a01111»"}, {Card, "pan=«4111111111111111»"}, {Card, "«4111111111111111»."}, {Card, `{"n":"«4111111111111111»"}`},
	{Card, "«4111 1111 1111 1111» 123"}, {Card, "12 «4111 1111 1111 1111»"}, {Card, "https://shop.example/pay?card_number=«4111111111111111»"},
	{Card, "-«4111111111111111»"}, {Card, "«4111111111111111».0"}, {Card, "Pat;«4111111111111111».00;12"}, {Card, "«4.111111111111111e+15»"},
	{Card, "paid by «4.111111111111111E15»."}, {Card, "«3.78282246310005e+14»"}, {Card, "[«4.222222222222e+12» 7]"}, {Card, "«3.5301113333e+15»"},
	{IBAN, "«GB82WEST12345698765432»"}, {IBAN, "«GB82 WEST 1234 5698 7654 32»"}, {IBAN, "to «DE89370400440532013000», please"},
	{IBAN, "«NO9386011117947»"}, {IBAN, "«FR1420041010050500013M02606»"}, {IBAN, "«gb82west12345698765432»"}, {IBAN, "IBAN:«NL91ABNA0417164300»"},
	{IBAN, "«GB82 WEST 1234 5698 7654 32» is mine"}, {IBAN, "«MT84MALT011000012345MTLCAST001S»"},
	{SSN, "«078-05-1120»"}, {SSN, "my ssn is «219-09-9999»."}, {SSN, "«078 05 1120»"}, {SSN, "(«899-99-9999»)"}, {ITIN, "«912-70-1234»"}, {ITIN, "«900 50 1234»"},
	{JWT, "«" + sampleJWT + "»"}, {JWT, "token: «" + sampleJWT + "» ok"}, {JWT, "«" + noneJWT + "»"}, {JWT, "«" + sampleJWE + "»"}, {JWT, "Bearer «" + sampleJWT + "»"},
	{JWT, "https://a.example/?t=«" + sampleJWT + "»"},
	{PrivateKey, "«" + pem("PRIVATE KEY") + "»"}, {PrivateKey, "x «" + pem("RSA PRIVATE KEY") + "» y"}, {PrivateKey, "«" + pem("OPENSSH PRIVATE KEY") + "»"},
	{PrivateKey, "«" + pem("ENCRYPTED PRIVATE KEY") + "»"}, {PrivateKey, "«" + pem("PGP PRIVATE KEY BLOCK") + "»"}, {PrivateKey, "«" + pem("EC PRIVATE KEY") + "»"},
	{PrivateKey, "«" + strings.ReplaceAll(pem("PRIVATE KEY"), "\n", `\n`) + "»"}, {PrivateKey, "«" + pem("PRIVATE KEY")[:40] + "»"},
	{VendorSecret, "«AKI" + "AIOSFODNN7EXAMPLE»"}, {VendorSecret, "«sk_" + "live_" + random40 + "»"}, {VendorSecret, "«rk_" + "test_" + random40 + "»"},
	{VendorSecret, "«whsec" + "_" + random40 + "»"}, {VendorSecret, "«gh" + "p_" + random40 + "»"}, {VendorSecret, "«xox" + "b-123456789012-" + random40 + "»"},
	{VendorSecret, "«AIz" + "a" + random40 + "»"}, {VendorSecret, "«SG" + "." + random40 + "." + random40 + "»"}, {VendorSecret, "«shpat" + "_" + hex64[:32] + "»"},
	{VendorSecret, "«glp" + "at-" + random40 + "»"}, {VendorSecret, "«np" + "m_" + random40 + "»"}, {VendorSecret, "«sk" + "-ant-api03-" + random40 + "»"},
	{VendorSecret, "«sk" + "-" + random40 + "»"}, {VendorSecret, "«dop" + "_v1_" + hex64 + "»"}, {VendorSecret, "«hf" + "_" + random40 + "»"},
	{VendorSecret, "«github" + "_pat_" + random40[:22] + "_" + random40 + random40[:19] + "»"}, {VendorSecret, "key=«sk_" + "test_" + random40 + "»;"},
	{Credential, "Authorization: Bearer «" + random40 + "»"}, {Credential, "Basic «" + basicAuth + "»"}, {Credential, "postgres://«nobody:opensesame»@db.example/x"},
	{Credential, "see https://«u:p»@example.com."},
}

// folded lists what only folding shows, or an unusual sign between the groups, with twins that must stay.
var folded = []struct {
	kind Kind
	text string
}{
	{Card, "«4111\u20111111\u20111111\u20111111»"}, {Card, "«4111\u20091111\u30001111\u202f1111»"}, {Card, "«4111\u200b1111\u200b1111\u200b1111»"},
	{Card, "«4111.1111.1111.1111»"}, {Card, "«4111_1111_1111_1111»"}, {Card, "«4111/1111/1111/1111»"}, {Card, "«4111\t1111\t1111\t1111»"}, {Card, "«4111  1111  1111  1111»"},
	{Card, "«4111 - 1111 - 1111 - 1111»"}, {Card, "«4111\n1111\r\n1111\n1111»"}, {Card, "«4111\u00b71111\u00b71111\u00b71111»"}, {Card, "«4111\x001111\x001111\x001111»"},
	{Card, "é «４１１１１１１１１１１１１１１１» é"}, {Card, "«٤١١١ ١١١١ ١١١١ ١١١١»"}, {Card, "«४१११११११११११११११»"}, {Card, "«𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏»"}, {Card, "«④①①①①①①①①①①①①①①①»"},
	{Card, "東京 «4️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣» 東京"}, {Card, "«4\u03321\u03321\u03321\u03321\u03321\u03321\u03321\u03321\u03321\u03321\u03321\u03321\u03321\u03321\u03321\u0332»!"},
	{Card, "«4111111111111111»/12"}, {Card, "«4111 1111 1111 1111»/12/29"}, {Card, "12/29/«4111111111111111»"}, {Card, "«4111111111111111»,12"}, {Card, "Pat,«4111111111111111»,12/29"}, {Card, "7,«4111111111111111»"},
	{Card, "+«4111111111111111»"}, {Card, "号«4111111111111111»"}, {Card, "«4111-1111-1111-1111».5"},
	{SSN, "«078–05–1120»"}, {SSN, "«078.05.1120»"}, {SSN, "«０７８-０５-１１２０»"}, {SSN, "«078\u00a005\u00a01120»"}, {SSN, "«078 − 05 − 1120»"}, {SSN, "«078_05_1120»"}, {ITIN, "«٩١٢-٧٠-١٢٣٤»"},
	{IBAN, "«GB82-WEST-1234-5698-7654-32»"}, {IBAN, "«GB82  WEST\u00a01234 5698 7654 32»"}, {IBAN, "«ＧＢ８２ＷＥＳＴ１２３４５６９８７６５４３２»"}, {IBAN, "«GB82.WEST.1234.5698.7654.32»"}, {IBAN, "«𝐆𝐁82\u200bWEST12345698765432»"},
	{VendorSecret, "«ｓk_" + "live_" + random40 + "»"}, {Credential, "Bearer\u00a0«" + random40 + "»"},
}

func TestDetectReadsAsAPersonDoes(t *testing.T) {
	for _, test := range folded {
		s, want := unmark(test.kind, test.text)
		if got := Detect(s); !reflect.DeepEqual(got, want) {
			t.Errorf("Detect(%q) = %v, want %v", s, got, want)
		}
	}
	for _, s := range []string{
		"4111.1111-1111.1111", "٤١١١ ١١١١ ١١١١ ١١١٢", "４１１１１１１１１１１１１１１２", "4111\u200b1111\u200b1111", "x\u200b4111111111111111", "078.05-1120", "078.05.1120.1", "FV 123/05/2026", "1.078.05.1120",
		"GB82-WEST-1234-5698-7654-33", "GB82-WEST 1234-5698 7654-32", "4111.1111.1111.1111.1", "4111/1111/1111/1111/1", "4111_1111_1111_1111_1", "ＧＢ８２", "©4111", "２０２６－１１－２１",
	} {
		if got := Detect(s); got != nil {
			t.Errorf("Detect(%q) = %v, want none", s, got)
		}
	}
}

func TestDetect(t *testing.T) {
	for _, test := range finds {
		s, want := unmark(test.kind, test.text)
		if got := Detect(s); !reflect.DeepEqual(got, want) {
			t.Errorf("Detect(%q) = %v, want %v", s, got, want)
		}
	}
}

// unmark takes the marks out, and says where they were.
func unmark(kind Kind, text string) (string, []Match) {
	before, rest, _ := strings.Cut(text, "«")
	marked, after, _ := strings.Cut(rest, "»")
	return before + marked + after, []Match{{kind, len(before), len(before) + len(marked)}}
}

var innocentValues = []string{
	"", "plain text", "4111111111111112", "1700000000000", "1732212345678", "490154203237518", "order 1234567890123456", "0000000000000000",
	"550e8400-e29b-41d4-a716-446655440000", "41111111-1111-1111-1111-111111111111", "a4111111111111111", "4111111111111111f", "x4111111111111111",
	"https://shop.example/orders/4111111111111111", "https://shop.example/o?order=4111111111111111", "4111111111111111.25", "0.4111111111111111", "0,4111111111111111", "+378282246310005", "/4111111111111111", "orders/12/4111111111111111",
	"41111111111111111111111", "4111-1111 1111-1111", "41 11 11 11 11 11 11 11", "TRK-4111111111111111", "sku_4111111111111111",
	"4111111111111111.001", "4111111111111111.0x", "x-4111111111111111", ".4111111111111111", "4.111111111111112e+15", "4.111111111111111e+16", "4.111111111111111e-15",
	"4.111111111111111e15x", "14.111111111111111e+15", "4.111111111111111", "4.111111111111111e", "4.1e+15", "4.", "9.007199254740993e+15", "+4.111111111111111e+15",
	"GB82WEST12345698765433", "GB82WEST1234569876543", "ZZ82WEST12345698765432", "DE00370400440532013000", "AB12 CD34", "XGB82WEST12345698765432", "GB82WEST123456987654321",
	"000-12-3456", "666-12-3456", "900-12-3456", "999-93-9999", "123-00-4567", "123-45-0000", "078051120", "078-051120", "078-05 1120", "1-078-05-1120", "078-05-11201", "078-05-1120-1", "555-0123", "+1-202-555-0100", "202-555-0100",
	"www.example.com", "1.2.3", "eyJ.eyJ.eyJ", "eyJhbGciOiJub25lIn0", "eyJhIjoxfQ.eyJiIjoyfQ.c2ln", "a.b.c",
	pem("PUBLIC KEY"), pem("CERTIFICATE"), pem("CERTIFICATE REQUEST"), pem("RSA PUBLIC KEY"), "-----BEGIN-----",
	"pk_" + "live_" + random40, "cus_" + random40, "pm_" + random40, "sk_live_", "AKIA", "AKI" + "AIOSFODNN7EXAMPL", "asking-for-a-friend-12", "sk-learn-is-a-python-library", "SG.hello.world", "task-" + random40, "AIzaShort",
	"Bearer of good news", "bearer authentication required", "Basic authentication", "basic plan", "Basic membership", "https://example.com/a:b@c", "https://user@example.com", "mailto:a@b.example", "12:30@noon", "http://:@x", "https://u:***@example.com",
	"192.0.2.1", "v1.2.3.4", "2026-11-21", "2026-11-21T10:00:00Z",
}

func TestDetectNothing(t *testing.T) {
	for _, s := range innocentValues {
		if got := Detect(s); got != nil {
			t.Errorf("Detect(%q) = %v, want none", s, got)
		}
		if n := testing.AllocsPerRun(5, func() { Detect(s) }); n != 0 {
			t.Errorf("Detect(%q) finds nothing with %v allocations", s, n)
		}
	}
}

func TestDetectSeveral(t *testing.T) {
	s := "4111 1111 1111 1111, GB82WEST12345698765432 and 078-05-1120"
	want := []Match{{Card, 0, 19}, {IBAN, 21, 43}, {SSN, 48, 59}}
	if got := Detect(s); !reflect.DeepEqual(got, want) {
		t.Errorf("Detect(%q) = %v, want %v", s, got, want)
	}
}

// Every country's length is tried with an account number that fits its check digits.
func TestIBANCountries(t *testing.T) {
	countries, length := 0, 0
	for field := range strings.FieldsSeq(ibanLengths) {
		if n, ok := digits(field); ok {
			length = n
			continue
		}
		countries++
		s := validIBAN(field, length)
		if got := Detect(s); !reflect.DeepEqual(got, []Match{{IBAN, 0, length}}) {
			t.Errorf("Detect(%q) = %v", s, got)
		}
		if got := Detect(s + "0"); got != nil {
			t.Errorf("Detect(%q) = %v: too long", s+"0", got)
		}
	}
	if countries != 79 {
		t.Errorf("%d countries", countries)
	}
}

func validIBAN(country string, length int) string {
	account := strings.Repeat("1", length-4)
	for check := 2; check <= 98; check++ {
		s := country + string([]byte{byte('0' + check/10), byte('0' + check%10)}) + account
		if hasIBANCheck([]byte(s)) {
			return s
		}
	}
	return ""
}

func TestDetectKeyed(t *testing.T) {
	for _, test := range []struct {
		key  string
		kind Kind
		text string
	}{
		{"phone_verified", PhoneNumber, "«+1 202 555 0100»"}, {"phone_note", PhoneNumber, "call «(202) 555-0100» now"}, {"mobile_status", PhoneNumber, "«+44 20 7946 0958»"},
		{"ip_country", IPAddress, "«192.0.2.1»"}, {"ip_blocked", IPAddress, "[«2001:db8::1»]:443"}, {"ip_status", IPAddress, "«198.51.100.7»:8080"},
		{"ssn_on_file", SSN, "«078051120»"}, {"has_cpf", NationalID, "«529.982.247-25»"}, {"cpf_verified", NationalID, "«52998224725» is it"},
		{"aadhaar_verified", NationalID, "«2341 2341 2346»"}, {"pan_verified", NationalID, "«ABCPE1234F»"}, {"nhs_status", NationalID, "«943 476 5919»"},
		{"nino_verified", NationalID, "«AB 12 34 56 C»"}, {"dni_verified", NationalID, "«12345678Z»"}, {"nie_verified", NationalID, "«X1234567L»"}, {"bsn_verified", NationalID, "«111222333»"},
		{"pesel_verified", NationalID, "«44051401359»"}, {"personnummer_verified", NationalID, "«811228-9874»"}, {"sin_verified", NationalID, "«046 454 286»"},
		{"tfn_verified", NationalID, "«123 456 782»"}, {"nir_verified", NationalID, "«2 55 08 14 168 025 38»"}, {"routing_number_valid", NationalID, "«011000015»"},
		{"note", Card, "«4111111111111111»"},
	} {
		s, want := unmark(test.kind, test.text)
		if got := DetectKeyed(test.key, s); !reflect.DeepEqual(got, want) {
			t.Errorf("DetectKeyed(%q, %q) = %v, want %v", test.key, s, got, want)
		}
	}
}

func TestDetectKeyedNothing(t *testing.T) {
	for _, test := range [][2]string{
		{"note", "+1 202 555 0100"}, {"note", "192.0.2.1"}, {"app_version", "1.2.3.4"}, {"note", "078051120"}, {"ip_country", "US"}, {"ip_count", "12"},
		{"ip_status", "127.0.0.1"}, {"ip_status", "::"}, {"ip_version", "1.2.3"}, {"phone_count", "3"}, {"phone_verified", "true"}, {"phone_verified_at", "2026-11-21T10:00:00Z"},
		{"phone_verified_at", "1732212345"}, {"cpf_verified", "11111111111"}, {"ssn_on_file", "000000000"}, {"dni_verified", "12345678A"},
	} {
		if got := DetectKeyed(test[0], test[1]); got != nil {
			t.Errorf("DetectKeyed(%q, %q) = %v, want none", test[0], test[1], got)
		}
	}
}

// Digits, the signs between them, and what folds to them, in random order under a key of every hint.
func TestKeyedAndPlainMatchesNeverOverlap(t *testing.T) {
	checkMatches(t, overlap, DetectKeyed("phone", overlap))
	signs := []rune("0123456789012345678901234567890123456789  --..+()/:\u00a0\u200b٣４abX")
	r := rand.New(rand.NewPCG(5, 7))
	for range 100_000 {
		text := make([]rune, 8+r.IntN(32))
		for i := range text {
			text[i] = signs[r.IntN(len(signs))]
		}
		s := string(text)
		checkMatches(t, s, DetectKeyed(allHints, s))
	}
}

const (
	overlap  = "2 002 01 0010" // an SSN from the third byte on, a phone number as a whole
	allHints = "phone_ip_cpf_dni_nir_ssn_aba_status"
)

func TestTheUnionOfOverlappingMatches(t *testing.T) {
	for _, test := range []struct {
		key, text string
		kind      Kind
	}{
		{"phone", "«" + overlap + "»", SSN}, {"phone", "«3 312 45 6789»", SSN}, {"cpf_verified", "«52998224725»", NationalID},
	} {
		s, want := unmark(test.kind, test.text)
		if got := DetectKeyed(test.key, s); !reflect.DeepEqual(got, want) {
			t.Errorf("DetectKeyed(%q, %q) = %v, want %v", test.key, s, got, want)
		}
	}
}

func TestDetectIsLinear(t *testing.T) {
	for _, part := range []string{"4111 1111 ", "( ", "4111  \t", "4/", "1,", "+", "４", "\u200b", "4\u200b", "\u00a0", "GB82-", "eyJ", "eyJ-", "eyJ.", "sk-", "sk-1A", "://a", "://a:b", "4111 ", "4", "-", "-----BEGIN ", "Bearer ", "GB82 ", "SG.", "whsec_", "1.", "a"} {
		s := strings.Repeat(part, (1<<18)/len(part))
		checkMatches(t, s, Detect(s))
		checkMatches(t, s, DetectKeyed("phone_ip_cpf_status", s))
	}
}

func checkMatches(t *testing.T, s string, matches []Match) {
	t.Helper()
	end := 0
	for _, m := range matches {
		if m.Start < end || m.End <= m.Start || m.End > len(s) || m.Kind == UnknownKind {
			t.Fatalf("%.60q: bad match %v behind %d", s, m, end)
		}
		end = m.End
	}
}

func FuzzDetect(f *testing.F) {
	for _, test := range finds {
		s, _ := unmark(test.kind, test.text)
		f.Add(allHints, s)
	}
	for _, s := range innocentValues {
		f.Add("note", s)
	}
	for _, test := range folded {
		s, _ := unmark(test.kind, test.text)
		f.Add(allHints, s)
	}
	f.Add("phone", overlap)
	f.Fuzz(func(t *testing.T, key, s string) {
		found := Detect(s)
		checkMatches(t, s, found)
		checkMatches(t, s, DetectKeyed(key, s))
		for _, m := range found {
			if again := Detect(s[m.Start:m.End]); len(again) == 0 && m.Kind != Credential {
				t.Errorf("%q is a %v in %q, but not alone", s[m.Start:m.End], m.Kind, s)
			}
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	for name, s := range map[string]string{
		"word": "enterprise", "email": "nobody@example.com", "uuid": "550e8400-e29b-41d4-a716-446655440000", "time": "2026-11-21T10:00:00Z", "card": "4111 1111 1111 1111",
		"jwt": sampleJWT, "text1KB": strings.Repeat("The quick brown fox, order 12345, jumps. ", 25),
		"text64KB": strings.Repeat("The quick brown fox, order 12345, jumps. ", 1600), "text4MB": strings.Repeat("The quick brown fox, order 12345, jumps. ", 102_400),
		"accents4MB": strings.Repeat("Zoë – Straße 12, “order” 12345, 東京. ", 90_000),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Detect(s)
			}
		})
	}
}
