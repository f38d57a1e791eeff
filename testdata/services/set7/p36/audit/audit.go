// Package audit writes to a file of ours.
package audit

import (
	"context"
	"encoding/json"
	"io"
	"sync"
)

// Log is a file of JSON lines.
type Log struct {
	mu  sync.Mutex
	enc *json.Encoder
}

// New returns a Log.
func New(w io.Writer) *Log { return &Log{enc: json.NewEncoder(w)} }

// Write implements ride.Sink.
func (l *Log) Write(_ context.Context, driver, fact string, fields map[string]any) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.enc.Encode(map[string]any{"driver": driver, "fact": fact, "fields": fields})
}
