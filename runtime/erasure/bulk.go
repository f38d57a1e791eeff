package erasure

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"time"
)

// EraseAll erases everybody in a sequence, as [Eraser.Erase] does, several at a time, in no particular order. The
// sequence is read in the caller's goroutine, as fast as people are done. An error in it counts as a person who could
// not be read, and the next one is taken. A failure never stops the rest, unless the rest would meet the same:
//
//   - the journal cannot be written ([ErrJournal]), because what is not on record did not happen. That a run begins is
//     on record before anybody is touched; of those under way when the journal fails, one a worker at most, the outcome
//     is not, and the next run does them again;
//   - the keys cannot be read or are refused ([ErrCredentials]);
//   - the API asks for more silence than [Retry.MaxRetryAfter] ([ErrHeld]);
//   - the context ends.
//
// With a journal, a run goes on where the last one stopped if that was killed, interrupted, or left somebody: people
// whose erasure is on record are skipped. A journal is therefore for one list at a time. After a run that left nobody,
// the next one begins anew.
//
// The error is nil only if everybody is erased. Else it is [ErrIncomplete] and, as it may be, the first ten failures
// (each with the person's place in the sequence, from 1; the sequence's own errors are repeated as they are), and what
// stopped the run.
func (e *Eraser) EraseAll(ctx context.Context, ids iter.Seq2[string, error]) (summary Summary, err error) {
	if err := e.usable(); err != nil {
		return Summary{}, err
	}
	if ids == nil {
		return Summary{}, fmt.Errorf("%w: the sequence is nil", ErrConfig)
	}
	run, err := e.beginRun(ctx)
	if err != nil {
		return Summary{}, fmt.Errorf("%w; nothing was sent", err)
	}
	within, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	b := &bulk{Eraser: e, outer: ctx, ctx: within, stop: cancel, run: run, begun: e.clock.Now()}
	defer func() { summary, err = b.finish() }() // also if the sequence panics
	b.summary.IsWhole = b.work(ids)
	return summary, err
}

func (e *Eraser) beginRun(ctx context.Context) (run int64, err error) {
	if e.journal == nil {
		return 0, nil
	}
	siteID, err := readKey(ctx, e.siteID, "site ID")
	if err != nil {
		return 0, err
	}
	return e.journal.Begin(ctx, e.clock.Now(), Workspace{siteID, e.track.base})
}

// A bulk is one call of EraseAll.
type bulk struct {
	*Eraser
	outer context.Context // the caller's
	ctx   context.Context // ends with it, or when the run is stopped
	stop  context.CancelCauseFunc
	run   int64
	begun time.Time

	mu      sync.Mutex
	summary Summary
	first   []error // the first failures
}

// maxErrors bounds the failures an error repeats. The journal and the progress callback have all.
const maxErrors = 10

// A person is one element of the sequence.
type person struct {
	place int // from 1
	id    string
	err   error
}

// work hands the sequence out to workers and waits for them, also if the sequence panics. It reports whether the
// sequence was read to its end.
func (b *bulk) work(ids iter.Seq2[string, error]) (isWhole bool) {
	people := make(chan person)
	var workers sync.WaitGroup
	defer workers.Wait()
	defer close(people)
	place := 0
	for id, err := range ids {
		place++
		if b.ctx.Err() != nil {
			return false
		}
		if place <= b.concurrency { // no more workers than people
			workers.Go(func() {
				for p := range people {
					b.do(p)
				}
			})
		}
		select {
		case people <- person{place, id, err}:
		case <-b.ctx.Done():
			return false
		}
	}
	return true
}

// do erases one person, records it, and reports what became of it.
func (b *bulk) do(p person) {
	entry, err := b.attempt(p)
	if entry.Outcome != Skipped {
		entry.Run = b.run
		if recordErr := b.record(b.ctx, entry); recordErr != nil {
			entry.Outcome, err = Interrupted, recordErr
		}
	}
	if entry.Outcome == Interrupted {
		b.stop(err) // no news if it was stopped already
	}
	b.tell(p, entry.Outcome, err)
}

func (b *bulk) attempt(p person) (Entry, error) {
	if p.err != nil {
		return Entry{Outcome: Unreadable}, p.err
	}
	if b.isDone(p.id) {
		return Entry{Outcome: Skipped}, nil
	}
	return b.erase(b.ctx, p.id)
}

// isDone reports whether the run has erased a person already, with verification if that is asked for, and not too long
// ago.
func (b *bulk) isDone(id string) bool {
	if b.journal == nil {
		return false
	}
	at, verified := b.journal.Done(id)
	return !at.IsZero() && at.After(b.clock.Now().Add(-b.resumeWindow)) && (verified || b.appKey == nil)
}

// tell counts a person and calls back.
func (b *bulk) tell(p person, outcome Outcome, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.summary.count(outcome)
	b.summary.Elapsed = b.clock.Now().Sub(b.begun)
	if err != nil && outcome != Interrupted && len(b.first) < maxErrors {
		b.first = append(b.first, fmt.Errorf("person %d: %w", p.place, err))
	}
	b.progress(Progress{Summary: b.summary, Place: p.place, ID: p.id, Outcome: outcome, Err: err})
}

// finish ends the run in the journal and puts the error together.
func (b *bulk) finish() (Summary, error) {
	s := b.summary
	s.Elapsed = b.clock.Now().Sub(b.begun)
	var journalErr error
	if b.journal != nil {
		ctx, cancel := b.afterwards(b.ctx)
		defer cancel()
		journalErr = b.journal.End(ctx, b.clock.Now(), b.run, s)
		if sealed, ok := b.journal.(*SealedJournal); ok {
			s.Journal = sealed.Head()
		}
	}
	if s.IsComplete() && journalErr == nil {
		return s, nil
	}
	why := b.first
	for _, err := range []error{context.Cause(b.ctx), b.outer.Err(), journalErr} {
		if err != nil && !errors.Is(errors.Join(why...), err) { // else it is the same once more
			why = append(why, err)
		}
	}
	return s, fmt.Errorf("%w: %d of %d people not erased: %w", ErrIncomplete, s.Left(), s.People, errors.Join(why...))
}
