// Package telemetry batches reports.
package telemetry

import (
	"log"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

type item struct {
	user, event string
	details     map[string]any
}

// Batcher sends in the background.
type Batcher struct {
	client *customerio.CustomerIO
	items  chan item
}

// NewBatcher starts a batcher.
func NewBatcher(c *customerio.CustomerIO) *Batcher {
	b := &Batcher{client: c, items: make(chan item, 256)}
	go b.loop()
	return b
}

// Enqueue adds a report.
func (b *Batcher) Enqueue(user, event string, details map[string]any) {
	b.items <- item{user, event, details}
}

func (b *Batcher) loop() {
	pace := time.NewTicker(20 * time.Millisecond)
	defer pace.Stop()
	for it := range b.items {
		<-pace.C
		if err := b.client.Track(it.user, it.event, it.details); err != nil {
			log.Println("telemetry:", err)
		}
	}
}
