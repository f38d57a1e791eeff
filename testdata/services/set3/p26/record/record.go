// Package record records what the marketplace does.
package record

import (
	"context"
	"encoding/json"
	"io"
	"sync"
)

// Recorder records an entry.
type Recorder interface {
	Record(ctx context.Context, owner, kind string, entry map[string]any) error
}

// Multi records with each of its recorders.
type Multi []Recorder

// Record implements Recorder.
func (m Multi) Record(ctx context.Context, owner, kind string, entry map[string]any) error {
	for _, r := range m {
		if err := r.Record(ctx, owner, kind, entry); err != nil {
			return err
		}
	}
	return nil
}

// Ledger records to a file that the accountants read.
type Ledger struct {
	mu  sync.Mutex
	enc *json.Encoder
}

// NewLedger returns a ledger.
func NewLedger(w io.Writer) *Ledger { return &Ledger{enc: json.NewEncoder(w)} }

// Record implements Recorder.
func (l *Ledger) Record(_ context.Context, owner, kind string, entry map[string]any) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.enc.Encode(map[string]any{"owner": owner, "kind": kind, "entry": entry})
}
