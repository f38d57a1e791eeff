package erasure

import (
	"encoding/hex"
	"time"
)

// A ledger is what a journal's lines amount to: the latest run, and who it has erased.
type ledger struct {
	run       int64
	workspace string
	unended   bool // the run was killed, interrupted, or left somebody
	done      map[who]mark
	forgets   bool // who is done is not asked for
	report    Report
}

// A who is as much of a person's digest as a run remembers. That two of ten million people have the same is as likely as
// 10^-15; the one who comes second would be skipped.
type who [12]byte

func (d digest) short() who { return who(d[:]) }

// A mark says when somebody was erased, in minutes since 1970, and in its lowest bit whether that was verified. It and
// the who are what a run costs in memory for each person: 16 bytes, and the map around them.
type mark uint32

func newMark(at time.Time, verified bool) mark {
	m := mark(max(0, at.Unix()/60)) << 1 // a clock before 1970 is wrong, and must not pass for one of the future
	if verified {
		m |= 1
	}
	return m
}

func (m mark) at() time.Time    { return time.Unix(int64(m>>1)*60, 0) }
func (m mark) isVerified() bool { return m&1 == 1 }

// apply adds one line.
func (l *ledger) apply(n line) {
	switch n.What {
	case whatBegin:
		if n.Run != l.run {
			l.run, l.done = n.Run, map[who]mark{}
			l.report.Runs++
		}
		l.workspace, l.unended = n.Workspace, true
	case whatEnd:
		if l.unended = !n.Complete; !l.unended {
			l.done = nil
		}
	case whatTorn:
		l.report.Recovered++
	default:
		l.applyPerson(n)
	}
}

// applyPerson adds a line about somebody.
func (l *ledger) applyPerson(n line) {
	switch n.What {
	case Started.String():
		l.report.Open++
	case Erased.String():
		l.report.Erased++
		l.mark(n)
	case Failed.String(), Invalid.String(), Unreadable.String():
		l.report.Failed++
	}
	if n.Run == 0 && (n.What == Erased.String() || n.What == Failed.String()) {
		l.report.Open--
	}
}

// mark remembers somebody who was erased in the run under way.
func (l *ledger) mark(n line) {
	if l.forgets || n.Run != l.run || l.done == nil {
		return
	}
	var person digest
	at, err := time.Parse(timeFormat, n.Time)
	size, hexErr := hex.Decode(person[:], []byte(n.Who))
	if err == nil && hexErr == nil && size == digestSize {
		l.done[person.short()] = newMark(at, n.Verify > 0)
	}
}
