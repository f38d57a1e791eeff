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
// not be read, and the next one is taken; a failure never stops the rest, only these do: the end of the context, and a
// journal that cannot be written, because what is not on record did not happen.
//
// With a journal, a run goes on where the last one stopped if that was killed, interrupted, or left somebody: people
// whose last step is on record are skipped. A journal is therefore for one list at a time. After a run that left
// nobody, the next one begins anew.
//
// The error is nil only if everybody is erased. Else it is [ErrIncomplete] and, as it may be, the first ten failures
// (each with the person's place in the sequence, from 1; the sequence's own errors are repeated as they are), the
// context's error, or [ErrJournal].
func (e *Eraser) EraseAll(ctx context.Context, ids iter.Seq2[string, error]) (Summary, error) {
	if err := e.usable(); err != nil {
		return Summary{}, err
	}
	if ids == nil {
		return Summary{}, fmt.Errorf("%w: the sequence is nil", ErrConfig)
	}
	run, err := e.beginRun(ctx)
	if err != nil {
		return Summary{}, err
	}
	defer e.journal.leave()
	within, cancel := context.WithCancel(ctx)
	defer cancel()
	b := &bulk{Eraser: e, ctx: within, stop: cancel, run: run, begun: e.clock.Now()}
	isWhole := b.work(ids)
	return b.finish(ctx, isWhole)
}

func (e *Eraser) beginRun(ctx context.Context) (run int64, err error) {
	if e.journal == nil {
		return 0, nil
	}
	siteID, err := e.siteID.read(ctx, "site ID")
	if err != nil {
		return 0, err
	}
	return e.journal.begin(e.clock.Now(), e.journal.workspace(siteID, e.track.base))
}

// A bulk is one call of EraseAll.
type bulk struct {
	*Eraser
	ctx   context.Context
	stop  context.CancelFunc
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
	for range b.concurrency {
		workers.Go(func() {
			for p := range people {
				b.do(p)
			}
		})
	}
	return b.hand(ids, people)
}

func (b *bulk) hand(ids iter.Seq2[string, error], people chan<- person) (isWhole bool) {
	place := 0
	for id, err := range ids {
		place++
		if b.ctx.Err() != nil {
			return false
		}
		select {
		case people <- person{place, id, err}:
		case <-b.ctx.Done():
			return false
		}
	}
	return true
}

// do erases one person and reports what became of it.
func (b *bulk) do(p person) {
	outcome, err := b.attempt(p)
	if syncErr := b.journal.sync(); syncErr != nil {
		b.stop()
		outcome, err = Interrupted, syncErr
	}
	b.tell(p, outcome, err)
}

func (b *bulk) attempt(p person) (Outcome, error) {
	if p.err != nil {
		line := entry{Run: b.run, What: whatInput, Outcome: outcomeFailed}
		return Unreadable, errors.Join(p.err, b.journal.add(b.clock.Now(), line))
	}
	since := b.clock.Now().Add(-b.resumeWindow)
	if b.journal.isDone(p.id, b.appKey != nil, since) {
		return Skipped, nil
	}
	err := b.erase(b.ctx, p.id, b.run)
	switch {
	case err == nil:
		return Erased, nil
	case errors.Is(err, ErrInvalidID):
		return Invalid, err
	case b.ctx.Err() != nil:
		return Interrupted, err
	}
	return Failed, err
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
func (b *bulk) finish(ctx context.Context, isWhole bool) (Summary, error) {
	s := b.summary
	s.Elapsed = b.clock.Now().Sub(b.begun)
	leftNobody := isWhole && s.Left() == 0
	var journalErr error
	if b.journal != nil {
		journalErr = b.journal.end(b.clock.Now(), b.run, s, leftNobody)
		s.Journal = b.journal.Head()
	}
	if leftNobody && journalErr == nil {
		return s, nil
	}
	why := errors.Join(append(b.first, ctx.Err(), journalErr)...)
	return s, fmt.Errorf("%w: %d of %d people not erased: %w", ErrIncomplete, s.Left(), s.People, why)
}
