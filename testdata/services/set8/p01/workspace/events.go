// Package workspace holds the event-sourced aggregate of a customer workspace.
package workspace

import "time"

// Event is anything that happened to a workspace.
type Event interface{ isEvent() }

// Opened is the first event of the stream.
type Opened struct {
	WorkspaceID string
	Plan        string
	Owner       Owner
	At          time.Time
}

// Owner is who signs the contract.
type Owner struct {
	Name       string
	NationalID string
}

// SeatsChanged follows each change of the contract.
type SeatsChanged struct {
	WorkspaceID string
	Seats       int
}

func (Opened) isEvent()       {}
func (SeatsChanged) isEvent() {}

// Workspace is the aggregate.
type Workspace struct {
	id      string
	seats   int
	pending []Event
}

// Open starts a stream.
func Open(id, plan string, owner Owner, now time.Time) *Workspace {
	w := &Workspace{id: id}
	w.record(Opened{WorkspaceID: id, Plan: plan, Owner: owner, At: now})
	return w
}

// Resize changes the number of seats.
func (w *Workspace) Resize(n int) {
	if n == w.seats {
		return
	}
	w.record(SeatsChanged{w.id, n})
}

func (w *Workspace) record(e Event) {
	if s, ok := e.(SeatsChanged); ok {
		w.seats = s.Seats
	}
	w.pending = append(w.pending, e)
}

// Flush hands out what is new.
func (w *Workspace) Flush() []Event {
	out := w.pending
	w.pending = nil
	return out
}
