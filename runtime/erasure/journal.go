package erasure

import (
	"context"
	"time"
)

// A Journal keeps the record of what an [Eraser] does, and tells a run what the one before it has done. [OpenJournal]
// keeps it in a file, [NewJournal] in whatever takes lines and says that it has them; both seal what they keep. Another
// one, such as a table of a database, has four methods to do. Each error should be [ErrJournal]; it stops the run.
type Journal interface {
	// Begin puts on record that a run begins, or goes on where the last one stopped if that left somebody in the same
	// workspace, and returns its number, from 1, when that is kept. Nobody is touched before. Only one run can be under
	// way; a second one is an error.
	Begin(ctx context.Context, at time.Time, where Workspace) (run int64, err error)

	// Record returns when an entry is kept. It is called from many goroutines, in and between runs.
	Record(ctx context.Context, entry Entry) error

	// Done tells when the run under way has erased a person, and whether with verification; the zero time if it has not.
	Done(id string) (at time.Time, verified bool)

	// End puts the end of a run on record, and lets another one begin even if it cannot.
	End(ctx context.Context, at time.Time, run int64, outcome Summary) error
}

// A Workspace is where people are erased.
type Workspace struct {
	SiteID string // of the Track API
	URL    string // base URL of the Track API
}

// An Entry is what there is to record of one person.
type Entry struct {
	Time    time.Time
	Run     int64  // of EraseAll; 0 for Erase
	ID      string // the person, as given; "" if the sequence gave an error instead
	Outcome Outcome
	Steps   []Step // that succeeded, in order

	// What went wrong, if something did.
	FailedStep string // suppress, delete or verify
	Status     int    // of the API's last answer; 0 if there was none
	Attempts   int    // requests of the failed step
	Error      string // names nobody
}

// A Step is something that was done to a person.
type Step struct {
	Name     string // Suppress, Delete or Verify
	Attempts int    // how many requests it took
}

// The steps, in their order.
const (
	Suppress = "suppress"
	Delete   = "delete"
	Verify   = "verify"
)
