package erasure

import (
	"fmt"
	"time"
)

// begin starts a run, or goes on with the last one if that did not end and was in the same workspace. Only one can be
// under way.
func (j *Journal) begin(now time.Time, workspace string) (run int64, err error) {
	if j == nil {
		return 0, nil
	}
	j.mu.Lock()
	if j.isRunning {
		j.mu.Unlock()
		return 0, fmt.Errorf("%w: another run is under way", ErrJournal)
	}
	j.isRunning = true
	run = j.ledger.run
	if !j.ledger.unended || j.ledger.workspace != workspace {
		run++
	}
	j.mu.Unlock()
	return run, j.add(now, entry{Run: run, What: whatBegin, Workspace: workspace})
}

// end puts the end of a run on record. A run that left somebody stays open, for another to go on with it.
func (j *Journal) end(now time.Time, run int64, s Summary, leftNobody bool) error {
	e := entry{Run: run, What: whatEnd, Outcome: outcomeIncomplete, People: s.People, Left: s.Left()}
	if leftNobody {
		e.Outcome = outcomeDone
	}
	if err := j.add(now, e); err != nil {
		return err
	}
	return j.sync()
}

// leave lets another run begin.
func (j *Journal) leave() {
	if j == nil {
		return
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.isRunning = false
}

// isDone reports whether the current run has erased a person already, and not before since.
func (j *Journal) isDone(id string, verified bool, since time.Time) bool {
	if j == nil {
		return false
	}
	who := j.keyed.person(id)
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.ledger.isDone(who, verified, since)
}

// workspace is how a journal names a site ID and an API address.
func (j *Journal) workspace(siteID, base string) string {
	if j == nil {
		return ""
	}
	return j.keyed("workspace", []byte(siteID))[:16] + " at " + base
}
