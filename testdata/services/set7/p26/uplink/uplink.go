// Package uplink forwards events to Customer.io.
package uplink

import (
	"errors"
	"sync"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p26/events"
)

// Run forwards with n workers until the stream ends.
func Run(c *customerio.CustomerIO, s *events.Stream, n int) error {
	var (
		wg   sync.WaitGroup
		mu   sync.Mutex
		errs []error
	)
	for range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for e := range s.All() {
				if err := c.Track(e.Who, e.What, sanitize.Attributes(e.Data)); err != nil {
					mu.Lock()
					errs = append(errs, err)
					mu.Unlock()
				}
			}
		}()
	}
	wg.Wait()
	return errors.Join(errs...)
}
