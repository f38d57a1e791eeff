package pii

import (
	"unicode"
	"unicode/utf8"

	"github.com/ciolint/ciolint/internal/fold"
)

// window is how much of a key is read, in bytes. The longest keys seen in the wild, dotted paths, have about 150;
// of what is longer the beginning and the end are read, see [Categorize].
const window = 256

// maxTokens bounds the words of a key. Two letters each is the densest a window can be packed with words.
const maxTokens = window/2 + 1

// shape of a folded letter, as it was in the key.
type shape uint8

const (
	lower shape = iota // and letters of scripts without case
	upper
	digit
)

// letters is a key without its separators: folded to plain lower case, with what is needed to find the words again.
type letters struct {
	n     int
	text  [window + utf8.UTFMax]byte
	shape [window + utf8.UTFMax]shape
	first [window + utf8.UTFMax]bool // a separator, or nothing, stands before this letter

	controls bool // the key has control characters
	closed   bool // they are not there, instead of between words
}

// read folds the key. It must not be longer than window.
func (l *letters) read(key string) {
	gap := true
	for i := 0; i < len(key); {
		c := key[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(key[i:])
			gap = l.addRune(r, gap)
			i += size
			continue
		}
		i++
		f := foldASCII(rune(c))
		if isControl(c) {
			l.controls = true
			if l.closed {
				continue
			}
		}
		if f == 0 {
			gap = true
			continue
		}
		l.add(byte(f), shapeOf(rune(c)), gap)
		gap = false
	}
}

// isControl reports whether a byte is a control character that nobody writes for a space.
func isControl(c byte) bool { return c < ' ' && (c < '\t' || c > '\r') || c == 0x7F }

// addRune adds what a rune beyond ASCII stands for, and reports whether it separates words.
func (l *letters) addRune(r rune, gap bool) bool {
	s := shapeOf(r)
	if double := expansion(r); double != "" {
		l.add(double[0], s, gap)
		l.add(double[1], s, false)
		return false
	}
	f := foldLetter(r)
	switch {
	case f == fold.Skip:
		return gap
	case f == 0, r == utf8.RuneError:
		return true
	case f < utf8.RuneSelf:
		if '0' <= f && f <= '9' {
			s = digit
		}
		l.add(byte(f), s, gap)
		return false
	}
	var buf [utf8.UTFMax]byte
	for i := range utf8.EncodeRune(buf[:], f) {
		l.add(buf[i], s, gap && i == 0)
	}
	return false
}

func (l *letters) add(c byte, s shape, first bool) {
	if l.n == len(l.text) {
		return
	}
	l.text[l.n], l.shape[l.n], l.first[l.n] = c, s, first
	l.n++
}

func shapeOf(r rune) shape {
	switch {
	case r < utf8.RuneSelf:
		if '0' <= r && r <= '9' {
			return digit
		}
		if 'A' <= r && r <= 'Z' {
			return upper
		}
		return lower
	case unicode.IsUpper(r):
		return upper
	}
	return lower
}

// token is one word of a key: text[start:end].
type token struct {
	start, end int16
	digits     bool
	joined     bool // single letters that stood apart, as in S.S.N.
}

// next finds the word that starts at i. The word ends where the shape of the letters says so: at a separator, from
// lower to upper, before the last capital of a run, between letters and digits.
func (l *letters) next(i int, d *dictionary) token {
	s := l.shape[i]
	end := l.run(i, s)
	switch {
	case s == digit:
		return token{start: int16(i), end: int16(end), digits: true}
	case s == upper:
		end = l.capitals(i, end, d)
	}
	return token{start: int16(i), end: int16(end)}
}

// run is the end of the letters of one shape from i on.
func (l *letters) run(i int, s shape) int {
	for i++; i < l.n && l.shape[i] == s && !l.first[i]; i++ {
	}
	return i
}

// capitals is the end of the word whose capitals are [i,end). Small letters behind a run of capitals belong to its
// last one (HTTPServer), unless they are the plural of an acronym (orderURLs) or only the other reading makes two
// words (PINcode).
func (l *letters) capitals(i, end int, d *dictionary) int {
	if end == l.n || l.first[end] || l.shape[end] != lower {
		return end
	}
	small := l.run(end, lower)
	_, size := utf8.DecodeLastRune(l.text[i:end])
	last := end - size
	switch {
	case last == i:
		return small
	case small-end == 1 && l.text[end] == 's':
		return small
	case d.knows(l.text[last:small]):
		return last
	case d.knows(l.text[i:end]) && d.knows(l.text[end:small]):
		return end
	}
	return last
}

// words are the words of a key as the dictionary numbers them; unknown is 0.
type words struct {
	n      int
	id     [maxTokens]word
	last   int  // where the letters of the last word start
	plural bool // some word ends in s
}

func (w *words) add(id word, start int) {
	if w.n < len(w.id) {
		w.id[w.n] = id
		w.n++
		w.last = start
	}
}

// split fills w with the words of the key. Fillers ("de", "the"), indices and single letters that mean nothing are
// left out.
func (l *letters) split(w *words, d *dictionary) {
	for i := 0; i < l.n; {
		t := l.next(i, d)
		if !t.digits {
			t = l.spelled(t, d)
			i = int(t.end)
			l.addWord(w, t, d)
			continue
		}
		i = l.addDigits(w, t, d)
	}
	w.finish(d)
}

// undisguise writes the digits that stand for letters within a word as those: passw0rd, p4ssport. It reports whether a
// word has come of it.
func (l *letters) undisguise(d *dictionary) bool {
	found := false
	for i := 0; i < l.n; {
		end := l.word(i)
		found = l.undisguiseWord(i, end, d) || found
		i = end
	}
	return found
}

// word is where the letters and digits end that no separator and no capital stands between, from i on.
func (l *letters) word(i int) int {
	for i++; i < l.n && !l.first[i] && (l.shape[i] != upper || l.shape[i-1] == upper); i++ {
	}
	return i
}

// shortestDisguise is from which length a word with digits for letters is no chance find.
const shortestDisguise = 5

// undisguiseWord is undisguise for the word [start,end).
func (l *letters) undisguiseWord(start, end int, d *dictionary) bool {
	if end-start < shortestDisguise || l.shape[start] == digit || l.shape[end-1] == digit {
		return false
	}
	var buf [longestRun]byte
	if end-start > len(buf) {
		return false
	}
	plain := buf[:copy(buf[:], l.text[start:end])]
	hasDigit := false
	for i, c := range plain {
		if l.shape[start+i] != digit {
			continue
		}
		if hasDigit = true; letterFor[c-'0'] == 0 {
			return false
		}
		plain[i] = letterFor[c-'0']
	}
	if !hasDigit || !d.knows(plain) {
		return false
	}
	for i, c := range plain {
		l.text[start+i], l.shape[start+i] = c, lower
	}
	return true
}

// letterFor are the letters that digits are drawn like, 0 for none.
var letterFor = [10]byte{'o', 'i', 0, 'e', 'a', 's', 0, 't', 'b', 'g'}

// spelled joins single letters that stand apart: S.S.N., p-o box, a/c no.
func (l *letters) spelled(t token, d *dictionary) token {
	for t.end-t.start == 1 || t.joined {
		if int(t.end) >= l.n {
			break
		}
		next := l.next(int(t.end), d)
		if next.digits || next.end-next.start != 1 {
			break
		}
		t.end, t.joined = next.end, true
	}
	return t
}

// addDigits adds the digits that make a word with their neighbours, as in last_4, ipv6 or 2fa. All others are
// indices: noise. It returns where to read on.
func (l *letters) addDigits(w *words, t token, d *dictionary) int {
	end := int(t.end)
	if w.n > 0 {
		if id := d.id(l.text[w.last:end]); id != unknown {
			w.id[w.n-1] = id
			return end
		}
	}
	if end == l.n {
		return end
	}
	next := int(l.next(end, d).end)
	text := l.text[t.start:next]
	if id := d.id(text); id != unknown {
		w.add(id, int(t.start))
		return next
	}
	if !l.first[end] && d.divide(text, int(t.start), w) {
		return next
	}
	return end
}

// addWord looks a word up: as it is, in the singular, and as words run together.
func (l *letters) addWord(w *words, t token, d *dictionary) {
	text := l.text[t.start:t.end]
	w.plural = w.plural || isPlural(text)
	if id := d.lookup(text); id != unknown {
		w.add(id, int(t.start))
		return
	}
	if d.divide(text, int(t.start), w) {
		return
	}
	if len(text) > 1 {
		w.add(unknown, int(t.start))
	}
}

// finish settles what a single word cannot tell: whether "number" and "num" count things (num_phones) or name a value
// (num_telefono, card_num).
func (w *words) finish(d *dictionary) {
	n := 0
	for i := 0; i < w.n; i++ {
		id := w.id[i]
		switch {
		case d.meaningOf(id).kind == filler:
			continue
		case id == d.num && !(w.plural && w.leads(n, d)):
			id = d.number
		case id == d.number && i+1 < w.n && w.id[i+1] == d.of && !w.isRole(i+2, d):
			id = d.num
		}
		w.id[n] = id
		n++
	}
	w.n = n
}

// isPlural is rough: it only tells whether a leading "num" counts.
func isPlural(text []byte) bool {
	n := len(text)
	return n > 2 && text[n-1] == 's' && text[n-2] != 's'
}

// leads reports whether only roles stand before the i-th word, as in user_num_phones.
func (w *words) leads(i int, d *dictionary) bool {
	for j := range i {
		if !w.isRole(j, d) {
			return false
		}
	}
	return true
}

func (w *words) isRole(i int, d *dictionary) bool {
	return i < w.n && d.meaningOf(w.id[i]).kind == role
}
