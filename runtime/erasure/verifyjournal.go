package erasure

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
)

// A Report is what a journal says, as far as it could be checked.
type Report struct {
	Head       Head // the last line that was checked
	Runs       int  // how many runs of EraseAll began; one that goes on where another stopped is the same
	Erased     int  // people erased; who was erased twice counts twice
	Failed     int  // people of whom a step failed, identifiers refused, errors in sequences
	Open       int  // calls of Erase that began and were killed or interrupted: these people may not be erased
	Recovered  int  // incomplete ends that were repaired
	Unfinished bool // the last run was killed or left somebody: call EraseAll again
}

// VerifyJournal checks a journal's file from its first line to its last: that each is as it was written, that none is
// missing, added or moved, and that the file still has the lines that the given heads (see [SealedJournal.Head] and
// [Summary]) have seen. The key is that of [OpenJournal].
//
// The error is [ErrTampered] if something was changed, and says in which line; [ErrTorn] if all is well but
// for an incomplete end, which a crash explains and OpenJournal repairs; [ErrJournal] in any case. A journal
// should not be checked while it is written.
func VerifyJournal(path string, key []byte, seen ...Head) (Report, error) {
	if err := checkKind(path); err != nil {
		return Report{}, asJournalError(err)
	}
	file, err := os.OpenFile(path, os.O_RDONLY|noWait, 0)
	if err != nil {
		return Report{}, asJournalError(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err == nil {
		err = checkRegular(path, info)
	}
	if err != nil {
		return Report{}, asJournalError(err)
	}
	return VerifyLines(file, key, seen...)
}

// VerifyLines is [VerifyJournal] for the lines of a [NewJournal].
func VerifyLines(lines io.Reader, key []byte, seen ...Head) (Report, error) {
	if err := checkKey(key); err != nil {
		return Report{}, err
	}
	read := contents{chain: chain{keyed: newKeyed(key)}, ledger: ledger{forgets: true}}
	err := read.from(lines, seen)
	report := read.ledger.report
	report.Head = read.chain.head()
	report.Unfinished = read.ledger.unended
	if err == nil && report.Head.Lines == 0 {
		err = fmt.Errorf("%w: it is empty", ErrTampered)
	}
	return report, asJournalError(err)
}

// contents are a journal's good lines, and what follows them.
type contents struct {
	chain  chain
	ledger ledger
	size   int64 // of the good lines, in bytes
	torn   torn  // has a size if the end is one
}

func readJournal(r io.Reader, k *keyed, seen ...Head) (contents, error) {
	c := contents{chain: chain{keyed: k}}
	err := c.from(r, seen)
	return c, err
}

// from reads lines until one is wrong.
func (c *contents) from(r io.Reader, seen []Head) error {
	lines := bufio.NewReaderSize(r, maxLine)
	for {
		text, err := lines.ReadSlice('\n')
		if err == io.EOF && len(text) == 0 {
			return c.checkEnd(seen)
		}
		if err != nil && err != io.EOF && !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
		problem := "has no end"
		if err == nil {
			problem = c.take(text)
		}
		if problem != "" {
			return c.judge(problem, text, lines, seen)
		}
		if !isSeen(seen, c.chain) {
			return fmt.Errorf("%w: line %d is not the one that was there before", ErrTampered, c.chain.seq)
		}
	}
}

// maxLine is far beyond the longest line there is: a plain identifier and an error, all escaped, have 2,100 bytes, a
// fragment has 6,200.
const maxLine = 64 << 10

// take checks and counts one line, given with its line feed.
func (c *contents) take(text []byte) (problem string) {
	l, problem := c.chain.open(text[:len(text)-1])
	if problem == "" {
		c.ledger.apply(l)
		c.size += int64(len(text))
	}
	return problem
}

// judge reads from the first bad line to the end and tells a crash from tampering.
func (c *contents) judge(problem string, bad []byte, rest io.Reader, seen []Head) error {
	end := torn{at: c.size, want: c.chain.start()}
	end.take(bad)
	piece := make([]byte, 32<<10)
	for {
		n, err := rest.Read(piece)
		end.take(piece[:n])
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
	}
	if !end.isCrash() {
		return fmt.Errorf("%w: line %d %s", ErrTampered, c.chain.seq+1, problem)
	}
	c.torn = end
	if err := c.checkEnd(seen); err != nil {
		return err
	}
	return ErrTorn
}

// checkEnd finds out if lines are missing at the end.
func (c *contents) checkEnd(seen []Head) error {
	for _, head := range seen {
		if head.Lines > c.chain.seq {
			return fmt.Errorf("%w: it ends at line %d and had %d", ErrTampered, c.chain.seq, head.Lines)
		}
	}
	return nil
}

// isSeen reports whether the last line agrees with what was seen of the journal before.
func isSeen(seen []Head, c chain) bool {
	for _, head := range seen {
		if head.Lines == c.seq && head != c.head() {
			return false
		}
	}
	return true
}
