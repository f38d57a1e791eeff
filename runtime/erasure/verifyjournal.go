package erasure

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// A Report is what a journal says, as far as it could be checked.
type Report struct {
	Head       Head // the last line that was checked
	Runs       int  // how many runs of EraseAll began; one that goes on where another stopped is the same
	Deleted    int  // successful deletions; a person erased twice counts twice
	Failed     int  // steps that failed, identifiers refused, errors in sequences
	Recovered  int  // incomplete last lines that were repaired
	Unfinished bool // the last run was killed or left somebody: call EraseAll again
}

// VerifyJournal checks a journal from its first line to its last: that each is as it was written, that none is
// missing, added or moved, and that the file still has the lines that the given heads (see [Journal.Head] and
// [Summary]) have seen. The key is that of [OpenJournal].
//
// The error is [ErrTampered] if something was changed, and says in which line; [ErrTorn] if all is well but
// for a last line without an end, which a crash explains and OpenJournal repairs; [ErrJournal] in any case. A journal
// should not be checked while it is written.
func VerifyJournal(path string, key []byte, seen ...Head) (Report, error) {
	if err := checkKind(path); err != nil {
		return Report{}, fmt.Errorf("%w: %w", ErrJournal, err)
	}
	file, err := os.Open(path)
	if err != nil {
		return Report{}, fmt.Errorf("%w: %w", ErrJournal, err)
	}
	defer file.Close()
	read, err := readJournal(file, newKeyed(key), seen...)
	report := read.ledger.report
	report.Head = Head{Lines: read.chain.seq, Hash: read.chain.prev}
	report.Unfinished = read.ledger.unended
	if err == nil && report.Head.Lines == 0 {
		err = fmt.Errorf("%w: it is empty", ErrTampered)
	}
	if err != nil {
		err = fmt.Errorf("%w: %w", ErrJournal, err)
	}
	return report, err
}

// contents are a journal's good lines, and what follows them without a line feed.
type contents struct {
	chain    chain
	ledger   ledger
	size     int64 // of the good lines, in bytes
	fragment []byte
}

// readJournal reads lines until one is wrong.
func readJournal(r io.Reader, k keyed, seen ...Head) (contents, error) {
	c := contents{chain: chain{keyed: k}}
	lines := bufio.NewReaderSize(r, maxLine)
	for {
		line, err := lines.ReadSlice('\n')
		if err == io.EOF {
			return c, c.finish(line, seen)
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return c, err
		}
		if problem := c.take(line); problem != "" {
			return c, fmt.Errorf("%w: line %d %s", ErrTampered, c.chain.seq+1, problem)
		}
		if !isSeen(seen, Head{c.chain.seq, c.chain.prev}) {
			return c, fmt.Errorf("%w: line %d is not the one that was there before", ErrTampered, c.chain.seq)
		}
	}
}

// maxLine is far beyond the longest line there is: a plain identifier and an error, all escaped, have 2,100 bytes, a
// fragment has 6,200.
const maxLine = 64 << 10

// take checks and counts one line, given with its line feed.
func (c *contents) take(line []byte) (problem string) {
	e, problem := c.chain.open(line[:len(line)-1])
	if problem == "" {
		c.ledger.apply(e)
		c.size += int64(len(line))
	}
	return problem
}

// finish judges the end of the file.
func (c *contents) finish(rest []byte, seen []Head) error {
	for _, head := range seen {
		if head.Lines > c.chain.seq {
			return fmt.Errorf("%w: it ends at line %d and had %d", ErrTampered, c.chain.seq, head.Lines)
		}
	}
	if len(rest) == 0 {
		return nil
	}
	if !isFragment(rest) {
		return fmt.Errorf("%w: line %d is none of ours", ErrTampered, c.chain.seq+1)
	}
	c.fragment = bytes.Clone(rest)
	return ErrTorn
}

// isFragment reports whether a crash can have left this: the beginning of a line, or zeros, with which some file
// systems fill what they had no time to write. Anything else is not ours to take off a file.
func isFragment(rest []byte) bool {
	start := []byte(lineStart)
	n := min(len(rest), len(start))
	return bytes.Equal(rest[:n], start[:n]) || len(bytes.Trim(rest, "\x00")) == 0
}

// isSeen reports whether a line agrees with what was seen of the journal before.
func isSeen(seen []Head, line Head) bool {
	for _, head := range seen {
		if head.Lines == line.Lines && head.Hash != line.Hash {
			return false
		}
	}
	return true
}
