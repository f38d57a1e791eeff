package erasure

import "time"

// A ledger is what a journal's lines amount to: the latest run, and who it has erased.
type ledger struct {
	run       int64
	workspace string
	unended   bool // the run was killed, interrupted, or left somebody
	done      map[string]mark
	report    Report
}

// A mark is the last step that succeeded for a person.
type mark struct {
	what string
	at   time.Time
}

// apply adds one line.
func (l *ledger) apply(e entry) {
	switch e.What {
	case whatBegin:
		if e.Run != l.run {
			l.run, l.done = e.Run, map[string]mark{}
			l.report.Runs++
		}
		l.workspace, l.unended = e.Workspace, true
	case whatEnd:
		l.unended = e.Outcome != outcomeDone
		if !l.unended {
			l.done = nil
		}
	case whatTorn:
		l.report.Recovered++
	case whatDelete, whatVerify:
		l.applyStep(e)
	}
	if e.Outcome == outcomeFailed {
		l.report.Failed++
	}
}

func (l *ledger) applyStep(e entry) {
	if e.Outcome != outcomeDone {
		return
	}
	if e.What == whatDelete {
		l.report.Deleted++
	}
	at, err := time.Parse(time.RFC3339Nano, e.Time)
	if err == nil && e.Run == l.run && l.done != nil {
		l.done[e.Who] = mark{e.What, at}
	}
}

// isDone reports whether a person's last required step succeeded in the latest run, and not before since.
func (l *ledger) isDone(who string, verified bool, since time.Time) bool {
	m, ok := l.done[who]
	return ok && m.at.After(since) && (!verified || m.what == whatVerify)
}
