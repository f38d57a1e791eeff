// Package journal writes decisions down.
package journal

import (
	"errors"
	"sync"

	customerio "github.com/customerio/go-customerio/v3"
)

// Entry of the journal.
type Entry struct {
	Subject string
	Topic   string
	Details map[string]any
}

// Journal of decisions.
type Journal struct {
	mu      sync.Mutex
	entries []Entry
}

// Append an entry.
func (j *Journal) Append(e Entry) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.entries = append(j.entries, e)
}

// Upload sends all entries as events.
func (j *Journal) Upload(c *customerio.CustomerIO) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	var err error
	for _, e := range j.entries {
		err = errors.Join(err, c.Track(e.Subject, e.Topic, e.Details))
	}
	j.entries = nil
	return err
}
