package fold

import (
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestText(t *testing.T) {
	for s, want := range map[string]string{
		"":                   "",
		"plain ASCII\t\r\n~": "plain ASCII\t\r\n~",
		"Zoë Müller, 東京":     "Zoë Müller, 東京",
		"４１１１":               "4111",
		"٤١١١ ४१११ ໔໑໑໑":     "4111 4111 4111",
		"𝟒𝟙𝟷𝟭 ④①①① ₄₁¹¹": "4111 4111 4111",
		"4️⃣1️⃣":                           "41",
		"4\u200b1\u2060\u00ad1\ufeff1":     "4111",
		"4̲1̲":                             "41",
		"a\u2010b\u2011c–d—e−f﹣g－h":        "a-b-c-d-e-f-g-h",
		"a\u00a0b\u2009c\u3000d\u2028e":    "a b c d e",
		"a\x00b\x1fc\x7fd\u0085e":          "a b c d e",
		"ＧＢ８２ 𝐆𝔅𝖦𝙱 Ⓖⓑ 🄶":                   "GB82 GBGB Gb G",
		"ꜱꜱɴ 🅢🅢🅝 🆂🆂🅽 ⒮🄢":                   "ssn SSN SSN SS",
		"1·2•3。4．5":                        "1.2.3.4.5",
		"a‿b＿c ⁄ ∕ ／":                      "a_b_c / / /",
		"＂ssn＂：＂1＂":                        `"ssn":"1"`,
		"bad \xff\xc3(\xe2\x82 bytes \x80": "bad \xff\xc3(\xe2\x82 bytes \x80",
	} {
		if got := Text(s); got != want {
			t.Errorf("Text(%q) = %q, want %q", s, got, want)
		}
	}
}

// Digits go by their place in a range of Nd, so each range must hold whole rows of ten.
func TestDecimalDigitsComeInRowsOfTen(t *testing.T) {
	for _, r := range unicode.Nd.R16 {
		if r.Stride != 1 || (r.Hi-r.Lo+1)%10 != 0 {
			t.Errorf("%U to %U", r.Lo, r.Hi)
		}
	}
	for _, r := range unicode.Nd.R32 {
		if r.Stride != 1 || (r.Hi-r.Lo+1)%10 != 0 {
			t.Errorf("%U to %U", r.Lo, r.Hi)
		}
	}
}

func TestEveryRuneFoldsToASCIIOrNothingOrItself(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		f := Rune(r)
		if f != r && f != Skip && (f < ' ' || f > '~') {
			t.Errorf("%U folds to %U", r, f)
		}
		if ' ' <= r && r <= '~' && f != r {
			t.Errorf("%q folds to %q", r, f)
		}
		isDash, isSpace := unicode.Is(unicode.Dash, r), unicode.Is(unicode.White_Space, r)
		if isDash && f != '-' || isSpace && r > '\r' && f != ' ' || unicode.Is(unicode.Nd, r) && (f < '0' || f > '9') {
			t.Errorf("%U folds to %q", r, f)
		}
	}
	if Rune(-5) != -5 || Rune(unicode.MaxRune+1) != unicode.MaxRune+1 {
		t.Error("what is no rune is folded")
	}
}

func FuzzCursor(f *testing.F) {
	f.Add("ab４\u200b１é\xff 𝟒\u0301")
	f.Fuzz(func(t *testing.T, s string) {
		folded := Text(s)
		if again := Text(folded); again != folded && utf8.ValidString(s) { // stray bytes may meet and make a rune
			t.Fatalf("%q folds to %q, and that to %q", s, folded, again)
		}
		c, last := NewCursor(s), 0
		for i := range len(folded) {
			at := c.At(i)
			if at < last || at >= len(s) {
				t.Fatalf("%q: position %d of %q is at %d", s, i, folded, at)
			}
			if r, _ := utf8.DecodeRuneInString(s[at:]); Rune(r) == Skip || Rune(r) < utf8.RuneSelf && Rune(r) >= 0 && byte(Rune(r)) != folded[i] {
				t.Fatalf("%q: position %d of %q is at %q", s, i, folded, s[at:])
			}
			last = at
		}
		if end := c.At(len(folded)); end != len(s) {
			t.Fatalf("%q ends at %d", s, end)
		}
	})
}
