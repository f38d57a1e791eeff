package erasure

import (
	"bytes"
	"strings"
)

// A torn end is what follows a journal's last good line: what a crash in the middle of a write leaves, or damage. It is
// read piece by piece, as a file system can have added zeros without limit.
//
// A write is one batch, of at most maxBatch bytes, and the next one begins when it is on disk. Of the batch that was
// under way a crash leaves any beginning, or, as its blocks reach the disk in any order, blocks of it with zeros in
// place of the others; and the file can be longer than what was written, by zeros. So a torn end
//
//   - begins like the next line, or with zeros;
//   - has no complete line before its first zero: that would be a line of ours, or tampering;
//   - has text again after zeros only where a block begins;
//   - has its last text within maxBatch.
//
// Whoever can write to the file can make such an end of any number of lines, just as they can cut them off. Only a
// [Head] shows that they are missing.
type torn struct {
	at    int64  // where in the file it begins
	want  string // how the line that should be there begins
	size  int64  // so many bytes so far
	start []byte // its beginning
	text  int64  // the last byte that is not zero is the one before this, counted from at
	holed bool   // a zero has been seen
	zero  bool   // the last byte was one
	bad   bool   // no crash leaves this
}

// block is the smallest unit that storage writes as a whole.
const block = 512

// take adds the next piece.
func (t *torn) take(piece []byte) {
	if keep := maxFragment - len(t.start); keep > 0 {
		t.start = append(t.start, piece[:min(keep, len(piece))]...)
	}
	for len(piece) > 0 {
		n := bytes.IndexByte(piece, 0)
		switch {
		case n == 0:
			n = len(piece) - len(bytes.TrimLeft(piece, "\x00"))
			t.holed, t.zero = true, true
		case n < 0:
			n = len(piece)
			fallthrough
		default:
			t.takeText(piece[:n])
			t.zero = false
		}
		t.size += int64(n)
		piece = piece[n:]
	}
}

// takeText judges text without zeros.
func (t *torn) takeText(text []byte) {
	t.text = t.size + int64(len(text))
	atBlock := (t.at+t.size)%block == 0
	t.bad = t.bad || t.zero && !atBlock || !t.holed && bytes.IndexByte(text, '\n') >= 0 || t.text > maxBatch
}

// isCrash reports whether a crash can have left all this.
func (t *torn) isCrash() bool {
	first := t.start[:min(len(t.start), len(t.want))]
	if at := bytes.IndexByte(first, 0); at >= 0 {
		first = first[:at]
	}
	return !t.bad && strings.HasPrefix(t.want, string(first))
}
