package sanitize

import (
	"encoding/json"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ciolint/ciolint/internal/fold"
	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/runtime/pii"
)

// tokens judges the `"key": value` pairs of text that is no JSON, and puts "[redacted]" in the place of each value that
// may not leave as it is. There are no digests: nobody joins on text, and half a number has no use for one.
//
// Nothing is parsed, because nothing can be: a pair is a colon behind a quoted text, wherever it stands. Quotes may be
// escaped, as in JSON that was encoded again, to any depth. Which keys are around a pair is known as well as brackets
// tell. In doubt one stays around too long, which is the stricter error.
func (w *walker) tokens(s string) string {
	if !w.enter(container{}, 0) {
		return redacted
	}
	t := tokenizer{s: s}
	for t.i < len(s) {
		t.step(w)
	}
	for range t.frames {
		w.leave()
	}
	w.leave()
	if t.done == 0 {
		return s
	}
	t.out.WriteString(s[t.done:])
	return t.out.String()
}

// tokenizer goes through text from left to right. Its methods are given the walker, which would have to live on the heap
// if it were a field.
type tokenizer struct {
	s    string
	i    int
	out  strings.Builder
	done int // what is written to out

	slashes  int  // how many backslashes stand before i
	inString bool // in one whose quotes are not escaped
	frames   int  // containers open on the walker's path
	inner    int  // how many of them were opened in the string at hand
	unnamed  int  // brackets open that are not on the path, because it is full
}

// step reads the character at i, or a pair that ends there.
func (t *tokenizer) step(w *walker) {
	c, slashes := t.s[t.i], t.slashes
	t.slashes = 0
	t.i++
	switch c {
	case '\\':
		t.slashes = slashes + 1
	case '"':
		if levelOf(slashes) == 0 {
			t.inString = !t.inString
			t.leave(w, t.inner)
			t.inner = 0
		}
	case '{', '[':
		if !t.inString {
			t.enterUnnamed(w)
		}
	case '}', ']':
		if !t.inString {
			t.exit(w)
		}
	case ':':
		if k, ok := keyBefore(t.s, t.i-1); ok {
			t.pair(w, k)
		}
	}
}

// pair judges a key and the value behind i.
func (t *tokenizer) pair(w *walker, k quoted) {
	name := k.text(t.s)
	j := w.judge(name, keyclass.Mark{})
	w.at = step{key: name, kind: keyStep, opaque: j.mode == literal || j.mode == trusted}
	if k.level == 0 && k.quote == '"' {
		t.inString = false // whatever the quotes before it looked like
	}
	for t.i < len(t.s) && isSpace(t.s[t.i]) {
		t.i++
	}
	if t.i == len(t.s) {
		return
	}
	opens := t.s[t.i] == '{' || t.s[t.i] == '['
	switch {
	case j.class != pii.Keep:
		t.redact(w, k, j.reason())
	case j.mode == digested && !opens:
		if v := t.value(k); isRaw(t.s[v.start:v.end]) {
			t.redact(w, k, ReasonRaw)
		} else {
			t.i, t.slashes = v.next, 0
		}
	case opens && !w.enter(container{}, 0):
		t.redact(w, k, ReasonDepth)
	case opens:
		t.i++
		t.frames++
		if t.inString {
			t.inner++
		}
	}
}

// redact replaces the value at i.
func (t *tokenizer) redact(w *walker, k quoted, reason string) {
	v := t.value(k)
	switch text := t.s[v.start:v.end]; {
	case text == "", text == "null", text == redacted:
	case (text == "true" || text == "false") && w.isPreference(k.text(t.s), true):
	default:
		w.note(Redacted, reason)
		t.out.WriteString(t.s[t.done:v.start])
		if v.isString {
			t.out.WriteString(redacted)
		} else {
			mark := strings.Repeat(`\`, 1<<k.level-1) + strings.Repeat(string(k.quote), k.width)
			t.out.WriteString(mark + redacted + mark)
		}
		t.done = v.end
	}
	t.i, t.slashes = v.next, 0
}

// valueSpan is where a value stands: a string without its quotes. The text behind it begins at next.
type valueSpan struct {
	start, end, next int
	isString         bool
}

// value finds the end of the value at i, which belongs to the key k.
func (t *tokenizer) value(k quoted) valueSpan {
	s, start := t.s, t.i
	if mark := k.wideMark(s[start:]); mark != "" {
		from := start + len(mark)
		end := endBefore(s, from, mark)
		return valueSpan{start: from, end: end, next: min(len(s), end+len(mark)), isString: true}
	}
	end, isClosed := extent(s, start, k.quote, k.level)
	open := start
	for open < end && s[open] == '\\' {
		open++
	}
	if open == end || s[open] != k.quote || levelOf(open-start) != k.level {
		last := end
		for last > start && isSpace(s[last-1]) {
			last--
		}
		return valueSpan{start: start, end: last, next: end}
	}
	last := end
	if isClosed {
		last -= 1<<k.level - 1 + len(`"`)
	}
	return valueSpan{start: open + 1, end: max(last, open+1), next: end, isString: true}
}

// enterUnnamed goes into a container that no key leads to.
func (t *tokenizer) enterUnnamed(w *walker) {
	if t.unnamed > 0 || len(w.open) >= maxDepth {
		t.unnamed++
		return
	}
	w.at = step{}
	w.push(container{})
	t.frames++
}

func (t *tokenizer) exit(w *walker) {
	if t.unnamed > 0 {
		t.unnamed--
		return
	}
	t.leave(w, min(t.frames, 1))
}

func (t *tokenizer) leave(w *walker, n int) {
	for range n {
		w.leave()
	}
	t.frames -= n
}

// quoted is a text between quotes: s[start:end].
type quoted struct {
	start, end int
	quote      byte
	width      int // how many quotes stand on each side: CSV doubles them
	level      int // how often the text around it was encoded again
}

// text is what is between the quotes, with its escapes resolved.
func (q quoted) text(s string) string {
	text := s[q.start:q.end]
	for range q.level + 1 {
		var plain string
		if !strings.Contains(text, `\`) || json.Unmarshal([]byte(`"`+text+`"`), &plain) != nil {
			break
		}
		text = plain
	}
	return text
}

// keyBefore returns the quoted text before a colon.
func keyBefore(s string, colon int) (quoted, bool) {
	end := closingQuote(s, colon)
	if end < 0 {
		return quoted{}, false
	}
	quote, run := s[end], slashesBefore(s, end)
	level := levelOf(run)
	if level == 0 && end > 0 && s[end-1] == quote {
		return wideKey(s, end, quote)
	}
	end -= 1<<level - 1
	for i := end - 1; i >= 0; i-- {
		if s[i] == quote && levelOf(slashesBefore(s, i)) <= level {
			return quoted{start: i + 1, end: end, quote: quote, width: 1, level: level}, true
		}
	}
	return quoted{}, false
}

// maxWidth is how many quotes stand on each side of a key at most: those of CSV in CSV in CSV. Each further number of them
// could make the search go through the whole text once more.
const maxWidth = 8

// wideKey is keyBefore for a key between several quotes, the last of which is at last.
func wideKey(s string, last int, quote byte) (quoted, bool) {
	end := last
	for end > 0 && s[end-1] == quote {
		end--
	}
	mark := s[end : last+1]
	if len(mark) > maxWidth {
		return quoted{}, false
	}
	start := strings.LastIndex(s[:end], mark)
	if start < 0 {
		return quoted{}, false
	}
	return quoted{start: start + len(mark), end: end, quote: quote, width: len(mark)}, true
}

// wideMark is the row of quotes at the beginning of a value that stands between several, "" for any other value, such as
// an empty text.
func (q quoted) wideMark(s string) string {
	n := span(s, q.quote)
	if q.level > 0 || n < 2 || n == len(s) || isSpace(s[n]) || strings.IndexByte(",}])", s[n]) >= 0 {
		return ""
	}
	return s[:n]
}

// endBefore is where a mark stands behind a position that is not escaped, or the end of the text.
func endBefore(s string, from int, mark string) int {
	for {
		next := strings.Index(s[from:], mark)
		if next < 0 {
			return len(s)
		}
		from += next
		if slashesBefore(s, from)%2 == 0 {
			return from
		}
		from += len(mark)
	}
}

// span is how many bytes at the beginning of s are c.
func span(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

// hasKey reports whether a text has a colon behind a quote.
func hasKey(s string) bool {
	for i := 0; ; i++ {
		next := strings.IndexByte(s[i:], ':')
		if next < 0 {
			return false
		}
		i += next
		if closingQuote(s, i) >= 0 {
			return true
		}
	}
}

// closingQuote is the position of the quote before a colon, -1 for none. Between them may be spaces of any sort: French
// has a no-break one there.
func closingQuote(s string, colon int) int {
	i := colon
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if plain := fold.Rune(r); plain != ' ' && plain != fold.Skip && !unicode.IsSpace(r) {
			break
		}
		i -= size
	}
	if i > 0 && s[i-1] != '"' && s[i-1] != '\'' {
		return -1
	}
	return i - 1
}

func isSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

func slashesBefore(s string, i int) int {
	n := 0
	for n < i && s[i-1-n] == '\\' {
		n++
	}
	return n
}

// levelOf tells by the backslashes before a quote how often the text was encoded again since the quote was a plain one:
// each time their number is doubled and one is added. A backslash of the content, which comes in pairs, adds twice as
// many or a multiple of that, so the ones at the end of the number tell.
func levelOf(slashes int) int { return bits.TrailingZeros(uint(slashes + 1)) }

// extent is where the value ends that begins at i, in text whose quotes are of the given sort and level. A string ends
// with its quote, a container with its bracket, everything else before a comma, a line break or somebody else's bracket.
// It is not closed if the text ends before, or the string that all of it is in.
func extent(s string, i int, quote byte, level int) (end int, isClosed bool) {
	const none, str, list = 0, 1, 2
	depth, slashes, sort, inString := 0, 0, none, false
	for ; i < len(s); i++ {
		c, run := s[i], slashes
		slashes = 0
		switch {
		case c == '\\':
			slashes = run + 1
			continue
		case c == quote:
			switch l := levelOf(run); {
			case l < level:
				return i - run, false
			case l == level:
				inString = !inString
				if sort == none && inString {
					sort = str
				} else if sort == str && depth == 0 {
					return i + 1, true
				}
			}
		case inString:
		case c == '{', c == '[', c == '(':
			depth++
			if sort == none {
				sort = list
			}
			continue
		case c == '}', c == ']', c == ')':
			if depth == 0 {
				return i, true
			}
			depth--
			if depth == 0 && sort == list {
				return i + 1, true
			}
		case depth == 0 && (c == ',' || c == '\n' || c == '\r'):
			return i, true
		}
	}
	return len(s), false
}
