package pii

import (
	"unicode"

	"github.com/ciolint/ciolint/internal/fold"
)

// Rows of base letters for the accented Latin letters of two Unicode blocks. '*' marks what becomes two letters (see
// expansion), '.' what is no letter.
const (
	latin1    = "aaaaaa*ceeeeiiiidnooooo.ouuuuy**" // U+00C0 and again, in lower case, from U+00E0
	latinExtA = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllll" +
		"nnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" // U+0100
)

// foldLetter returns the plain lower-case letter or digit a rune stands for: beyond what package fold does, accents are
// taken off, and Cyrillic and Greek letters that look like Latin ones are read as those. A rune of another script is
// only brought to lower case. It returns 0 for what separates words, and fold.Skip for what is not there to a reader.
func foldLetter(r rune) rune {
	switch plain := fold.Rune(r); {
	case plain == fold.Skip:
		return fold.Skip
	case plain != r:
		return foldASCII(plain)
	case r >= 0xC0 && r < 0x100:
		return rowLetter(latin1, (r-0xC0)&31, r)
	case r >= 0x100 && r < 0x180:
		return rowLetter(latinExtA, r-0x100, r)
	case r >= 0x1EA0 && r <= 0x1EF9:
		return vietnamese(r)
	}
	if l := lookalike(r); l != 0 {
		return l
	}
	if l := arabic(r); l != 0 {
		return l
	}
	if unicode.IsLetter(r) {
		return unicode.ToLower(r)
	}
	return 0
}

func foldASCII(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		return r
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	}
	return 0
}

func rowLetter(row string, i, r rune) rune {
	switch c := rune(row[i]); c {
	case '*':
		return r
	case '.':
		return 0
	default:
		return c
	}
}

// expansion is the spelling of the letters that stand for two, and "" for all others.
func expansion(r rune) string {
	switch r {
	case 'Æ', 'æ':
		return "ae"
	case 'Œ', 'œ':
		return "oe"
	case 'ß', 'ẞ':
		return "ss"
	case 'Þ', 'þ':
		return "th"
	case 'ĳ', 'Ĳ':
		return "ij"
	case 'ﬁ':
		return "fi"
	case 'ﬂ':
		return "fl"
	}
	return ""
}

// vietnamese takes the accents off the letters with two of them.
func vietnamese(r rune) rune {
	switch {
	case r <= 0x1EB7:
		return 'a'
	case r <= 0x1EC7:
		return 'e'
	case r <= 0x1ECB:
		return 'i'
	case r <= 0x1EE3:
		return 'o'
	case r <= 0x1EF1:
		return 'u'
	default:
		return 'y'
	}
}

// arabic is the letter for those of its forms that writers of Arabic use for one another, or 0: an alif with or without
// its hamza, a final ha with or without its dots.
func arabic(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ة':
		return 'ه'
	case 'ى', 'ی':
		return 'ي'
	case 'ک':
		return 'ك'
	}
	return 0
}

// lookalike is the Latin letter that a letter is drawn like, or 0. Capitals and small letters look alike to
// different letters: a Greek capital Nu is an N, the small one a v.
func lookalike(r rune) rune {
	switch r {
	case 'А', 'а', 'Α', 'α', 'ɑ':
		return 'a'
	case 'В', 'в', 'Β', 'β':
		return 'b'
	case 'С', 'с', 'ϲ', 'Ϲ':
		return 'c'
	case 'ԁ':
		return 'd'
	case 'Е', 'е', 'Ε', 'ε':
		return 'e'
	case 'ɡ':
		return 'g'
	case 'Н', 'н', 'Η', 'һ', 'Һ':
		return 'h'
	case 'І', 'і', 'Ι', 'ι', 'Ӏ':
		return 'i'
	case 'Ј', 'ј':
		return 'j'
	case 'К', 'к', 'Κ', 'κ', '\u212A':
		return 'k'
	case 'М', 'м', 'Μ':
		return 'm'
	case 'Ν', 'η', 'ո':
		return 'n'
	case 'О', 'о', 'Ο', 'ο', 'օ', 'ơ', 'Ơ':
		return 'o'
	case 'Р', 'р', 'Ρ', 'ρ':
		return 'p'
	case 'ԛ':
		return 'q'
	case 'Ѕ', 'ѕ', 'ș', 'Ș':
		return 's'
	case 'Т', 'т', 'Τ', 'τ', 'ț', 'Ț':
		return 't'
	case 'υ', 'ս', 'ư', 'Ư':
		return 'u'
	case 'ν', 'ѵ':
		return 'v'
	case 'ԝ':
		return 'w'
	case 'Х', 'х', 'Χ', 'χ':
		return 'x'
	case 'У', 'у', 'Υ', 'ү':
		return 'y'
	case 'Ζ':
		return 'z'
	}
	return 0
}
