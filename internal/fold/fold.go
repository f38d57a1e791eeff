// Package fold reads text as a person would: a full-width 4, an Arabic four and a circled four are a 4, every dash is a
// hyphen, every space a space, and what is not drawn is not there.
//
// Package pii folds values and keys before it looks for anything in them, and package keyname folds keys before it
// compares them. Both must agree, so the tables are here. They come from package unicode, and where that has no data,
// from UnicodeData.txt (see table.go): the runtime has no dependencies.
package fold

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// Skip is what [Rune] returns for a rune that is not drawn, or is drawn onto the one before it.
const Skip rune = -1

// Rune returns the ASCII character that a rune stands for, [Skip] for one that a reader does not see as a character of
// its own, and the rune itself for all others.
func Rune(r rune) rune {
	if ' ' <= r && r < 0x7F {
		return r
	}
	if r < 0 || r > unicode.MaxRune {
		return r
	}
	page := pages()[r>>8]
	if page == nil {
		return r
	}
	switch b := page[r&0xFF]; b {
	case same:
		return r
	case skipped:
		return Skip
	default:
		return rune(b)
	}
}

// Text folds a text. A text that is as it was costs no memory.
func Text(s string) string {
	i := firstFolded(s)
	if i < 0 {
		return s
	}
	out := append(make([]byte, 0, len(s)), s[:i]...)
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch f := Rune(r); f {
		case r: // also the bytes of invalid UTF-8
			out = append(out, s[i:i+size]...)
		case Skip:
		default:
			out = append(out, byte(f))
		}
		i += size
	}
	return string(out)
}

// firstFolded is where the first rune stands that [Text] changes, -1 for none.
func firstFolded(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; ' ' <= c && c < 0x7F {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if Rune(r) != r {
			return i
		}
		i += size
	}
	return -1
}

// A Cursor leads from positions in Text(s) back to positions in s. The positions asked for must not decrease; all of
// them together cost one pass over the text.
type Cursor struct {
	s      string
	at     int // in s
	folded int // the same in Text(s)
}

// NewCursor returns a Cursor at the beginning of s.
func NewCursor(s string) Cursor { return Cursor{s: s} }

// At is where the character at a position of the folded text begins. What is not drawn belongs to what stands before
// it, as an accent does: so At is also where the character before ends.
func (c *Cursor) At(folded int) int {
	for c.at < len(c.s) {
		r, size := utf8.DecodeRuneInString(c.s[c.at:])
		width := 1
		switch Rune(r) {
		case r:
			width = size
		case Skip:
			width = 0
		}
		if left := folded - c.folded; width > left {
			return c.at + left // left is not 0 only within a rune that stayed as it was
		}
		c.at += size
		c.folded += width
	}
	return c.at
}

// Entries of a page: ASCII, or one of these.
const (
	same    = 0
	skipped = 0xFF
)

// page is what 256 runes stand for. Nearly all of Unicode folds to itself, and has no pages.
type page [256]byte

type pageTable [(unicode.MaxRune + 1) >> 8]*page

func (t *pageTable) set(r rune, to byte) {
	if t[r>>8] == nil {
		t[r>>8] = new(page)
	}
	t[r>>8][r&0xFF] = to
}

// setAll sets each rune of a table, the stride of its ranges respected.
func (t *pageTable) setAll(to byte, tables ...*unicode.RangeTable) {
	for _, table := range tables {
		each(table, func(r rune) { t.set(r, to) })
	}
}

func each(table *unicode.RangeTable, do func(rune)) {
	for _, r := range table.R16 {
		for c := rune(r.Lo); c <= rune(r.Hi); c += rune(r.Stride) {
			do(c)
		}
	}
	for _, r := range table.R32 {
		for c := rune(r.Lo); c <= rune(r.Hi); c += rune(r.Stride) {
			do(c)
		}
	}
}

// pages is built by the first text that is not plain ASCII: some 4,500 entries.
var pages = sync.OnceValue(func() *pageTable {
	t := new(pageTable)
	t.setAll(skipped, unicode.Mn, unicode.Me, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
	t.setAll(' ', unicode.Cc) // a control character ends a word, as a space does
	t.setAll(' ', unicode.White_Space)
	t.setAll('-', unicode.Dash)
	t.setAll('_', unicode.Pc)
	for to, runes := range likeASCII {
		for _, r := range runes {
			t.set(r, to)
		}
	}
	t.addDigits()
	for r := rune(firstMath); r <= lastMath; r++ {
		t.set(r, mathLetters[(r-firstMath)%rune(len(mathLetters))])
	}
	i := byte('a')
	for _, r := range smallCapitals {
		if r != '.' {
			t.set(r, i)
		}
		i++
	}
	for _, first := range enclosed {
		for i := range rune(26) {
			t.set(first+i, 'A'+byte(i))
		}
	}
	for _, run := range compatible {
		for r := run.lo; r <= run.hi; r++ {
			t.set(r, run.to+byte(r-run.lo))
		}
	}
	for c := range rune(0x7F) {
		if c >= ' ' {
			t.set(c, same) // the sets above have ASCII, too
		}
	}
	for _, c := range "\t\n\v\f\r" {
		t.set(c, same) // those who look for spaces know these
	}
	return t
})

// likeASCII are signs that stand between digits as ASCII's do, and that Unicode does not call equal: dashes without the
// property Dash, dots at half height, and slashes.
var likeASCII = map[byte]string{
	'-': "\u02D7\u2043\u2500\u2501",
	'.': "\u00B7\u0387\u2022\u2027\u2219\u22C5\u30FB\uFF65\u3002\uFF61",
	'/': "\u2044\u2215",
}

// smallCapitals are the small capitals from A to Z. Unicode calls them letters of their own; there is none of X.
const smallCapitals = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ.ʏᴢ"

// enclosed are where rows of letters from A to Z begin that Unicode calls pictures of such letters: in parentheses (small
// and large), in black circles, in black squares, and those that flags are spelled with.
var enclosed = [...]rune{0x249C, 0x1F110, 0x1F150, 0x1F170, 0x1F1E6}

// The mathematical alphabets: 13 of them, each with 26 capitals and 26 small letters. A few places are empty, because
// the letter is elsewhere.
const (
	firstMath   = 0x1D400
	lastMath    = 0x1D6A3
	mathLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)

// addDigits sets the decimal digits of all scripts. Unicode keeps them in rows of ten, from zero on.
func (t *pageTable) addDigits() {
	n := 0
	each(unicode.Nd, func(r rune) {
		t.set(r, '0'+byte(n%10))
		n++
	})
}
