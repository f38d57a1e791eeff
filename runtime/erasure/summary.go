package erasure

import (
	"fmt"
	"time"
)

// An Outcome is what became of a person.
type Outcome uint8

const (
	Erased      Outcome = iota // every step succeeded
	Skipped                    // erased before, by this run or the one it goes on with
	Failed                     // a step failed for good
	Invalid                    // the identifier was refused
	Unreadable                 // the sequence gave an error
	Interrupted                // left because the run was stopped
	Started                    // Erase is about to begin; only in a [Journal]
)

func (o Outcome) String() string {
	return [...]string{"erased", "skipped", "failed", "invalid", "unreadable", "interrupted", "started"}[o]
}

// A Summary counts the people of an [Eraser.EraseAll]. People is the sum of the others; whom the run did not get to
// before it was stopped is not counted.
type Summary struct {
	People      int
	Erased      int
	Skipped     int
	Failed      int
	Invalid     int
	Unreadable  int
	Interrupted int
	Elapsed     time.Duration
	IsWhole     bool // the sequence was read to its end
	Journal     Head // the last line of a [SealedJournal]
}

// IsComplete reports whether everybody in the sequence is erased.
func (s Summary) IsComplete() bool { return s.IsWhole && s.Left() == 0 }

// Left is how many of the people are not erased.
func (s Summary) Left() int { return s.People - s.Erased - s.Skipped }

// String is one line for a log.
func (s Summary) String() string {
	return fmt.Sprintf("%d people: %d erased, %d skipped, %d failed, %d invalid, %d unreadable, %d interrupted, in %s",
		s.People, s.Erased, s.Skipped, s.Failed, s.Invalid, s.Unreadable, s.Interrupted, s.Elapsed.Round(time.Millisecond))
}

func (s *Summary) count(o Outcome) {
	s.People++
	*[...]*int{&s.Erased, &s.Skipped, &s.Failed, &s.Invalid, &s.Unreadable, &s.Interrupted}[o]++
}

// Progress tells about one person of [Eraser.EraseAll], and how far the run is. It names the person: keep it out of
// logs.
type Progress struct {
	Summary        // up to and with this person
	Place   int    // in the sequence, from 1
	ID      string // as the sequence gave it
	Outcome Outcome
	Err     error // nil if erased or skipped
}
