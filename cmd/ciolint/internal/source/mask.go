package source

import (
	"bytes"
	"fmt"
	"go/scanner"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"github.com/ciolint/ciolint/runtime/pii"
)

// A Piece is a part of a line, in order.
type Piece struct {
	Text  string // what to show; may hold control characters and invalid UTF-8
	Start int    // where it stands in the line, in bytes
	End   int
	Exact bool // Text is the source; a mask stands for all of Start to End
}

// Line returns a line of a Go file in pieces, with values masked:
//
//   - comments;
//   - string literals, other than keys, and words such as "order_placed" in
//     statements without a sensitive name;
//   - long numbers, and any number or character in a statement with a
//     sensitive name.
//
// If credential is set, the finding is a hardcoded key: then no literal is
// shown except as a key, and of the string at column (in bytes, from 1) the first
// four characters and the length.
//
// Files that are not Go are not shown, since nothing says where their values
// are.
func (s *Files) Line(name string, line, column int, credential bool) ([]Piece, bool) {
	f := s.open(name)
	start, end, ok := f.span(line)
	if !ok || filepath.Ext(name) != ".go" || len(f.text) > maxLexed {
		return nil, false
	}
	f.lex()
	var out []Piece
	at := start
	for _, m := range f.masks {
		if m.end <= start || m.start >= end || !m.hides(credential) {
			continue
		}
		if m.start > at {
			out = append(out, plain(f.text, start, at, m.start))
		}
		text := m.kind.text()
		if caret := start + column - 1; credential && m.kind == stringMask && m.start <= caret && caret < m.end {
			text = m.shown()
		}
		out = append(out, Piece{Text: text, Start: max(m.start, start) - start, End: min(m.end, end) - start})
		at = m.end
	}
	if at < end {
		out = append(out, plain(f.text, start, at, end))
	}
	return out, true
}

func plain(text []byte, lineStart, start, end int) Piece {
	return Piece{Text: string(text[start:end]), Start: start - lineStart, End: end - lineStart, Exact: true}
}

// A mask is a token that is not shown, or not always.
type mask struct {
	start, end int
	kind       maskKind
	isKey      bool   // it is the key of a map entry, or an index
	harmless   bool   // it looks like a word, not like a value
	value      string // of a string
}

type maskKind int

const (
	lineMask maskKind = iota // a comment to the end of the line
	commentMask
	stringMask
	numberMask // or a character
)

func (k maskKind) text() string {
	return [...]string{lineMask: "// …", commentMask: "/*…*/", stringMask: `"…"`, numberMask: "…"}[k]
}

// hides reports whether the token is hidden, in an excerpt of a finding that
// is a credential or another.
func (m mask) hides(credential bool) bool {
	if credential && !m.isKey {
		return true
	}
	return !m.harmless
}

// shown is a credential as messages show it.
func (m mask) shown() string {
	const shown = 4
	r := []rune(m.value)
	if len(r) <= 2*shown {
		return fmt.Sprintf(`"…" (%d characters)`, len(r))
	}
	return fmt.Sprintf(`"%s" (%d characters)`, printable(string(r[:shown]))+"…", len(r))
}

func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, s)
}

// lex finds the tokens to mask. The scanner goes on after errors, so that a
// file that changed in the meantime is masked as well as it can be.
func (f *file) lex() {
	if f.lexed {
		return
	}
	f.lexed = true
	fset := token.NewFileSet()
	tf := fset.AddFile("", -1, len(f.text))
	var sc scanner.Scanner
	sc.Init(tf, f.text, func(token.Position, string) {}, scanner.ScanComments)
	var sensitive bool // what the statement is about, as far as its names tell
	var last token.Token
	for {
		pos, tok, lit := sc.Scan()
		if tok == token.EOF {
			return
		}
		m := mask{start: tf.Offset(pos), end: f.tokenEnd(tf.Offset(pos), lit)}
		switch tok {
		case token.COMMENT:
			m.kind = commentMask
			if strings.HasPrefix(lit, "//") {
				m.kind = lineMask
			}
			f.masks = append(f.masks, m)
			continue // it stands between any two tokens and separates none
		case token.STRING:
			m.kind, m.value = stringMask, unquote(lit)
			m.harmless = isWord(m.value) && !sensitive
			f.masks = append(f.masks, m)
		case token.INT, token.FLOAT, token.IMAG, token.CHAR:
			m.kind = numberMask
			m.harmless = len(lit) <= maxNumber && !sensitive || len(lit) <= minNumber
			f.masks = append(f.masks, m)
		case token.COLON, token.RBRACK:
			if last == token.STRING {
				f.markKey()
			}
		case token.SEMICOLON, token.LBRACE, token.RBRACE:
			sensitive = false
		}
		if tok == token.IDENT || tok == token.STRING {
			sensitive = sensitive || pii.Classify(unquote(lit)) != pii.Keep
		}
		last = tok
	}
}

// tokenEnd is where a token that begins at start ends. The scanner leaves
// carriage returns out of raw strings and comments, so that their text may be
// too short.
func (f *file) tokenEnd(start int, lit string) int {
	var closing string
	switch {
	case strings.HasPrefix(lit, "`"):
		closing = "`"
	case strings.HasPrefix(lit, "/*"):
		closing = "*/"
	default:
		return start + len(lit)
	}
	opening := len(closing) // is as long
	if at := bytes.Index(f.text[start+opening:], []byte(closing)); at >= 0 {
		return start + opening + at + len(closing)
	}
	return len(f.text)
}

// markKey says that the string just read is a key. A key is there to be seen,
// unless it is itself a value by its shape.
func (f *file) markKey() {
	if m := &f.masks[len(f.masks)-1]; isKey(m.value) {
		m.isKey, m.harmless = true, true
	}
}

func unquote(lit string) string {
	if s, err := strconv.Unquote(lit); err == nil {
		return s
	}
	return lit
}

// Years, ports and prices are not longer than maxNumber, the numbers of
// people, cards and accounts are. What is not longer than minNumber tells
// nothing of anybody.
const minNumber, maxNumber = 2, 6

// maxLexed bounds the files that lines are shown of, to bound the time and the
// memory for it. A larger file is generated, and nobody reads its lines.
const maxLexed = 2 << 20

// isWord reports whether a literal is the kind of name that programs give to
// events, keys and paths: nothing that a person or a key could be told by.
func isWord(s string) bool {
	const longest, digits = 40, 2
	return shaped(s, longest, digits, "_-./:") && strings.ToLower(s) == s
}

// isKey reports whether a literal in the place of a key looks like one.
func isKey(s string) bool {
	const longest, digits = 60, 3
	return shaped(s, longest, digits, "_-./: $")
}

func shaped(s string, longest, digits int, others string) bool {
	if len(s) > longest {
		return false
	}
	for _, r := range s {
		switch {
		case '0' <= r && r <= '9':
			digits--
		case r > unicode.MaxASCII || !unicode.IsLetter(r) && !strings.ContainsRune(others, r):
			return false
		}
	}
	return digits >= 0 && len(pii.Detect(s)) == 0
}
