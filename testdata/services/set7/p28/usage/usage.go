// Package usage sends usage to Customer.io.
package usage

import (
	"log"

	customerio "github.com/customerio/go-customerio/v3"
)

// Sampler sends every nth request of all.
type Sampler struct {
	Client *customerio.CustomerIO
	Every  int
	n      int
}

// Used implements web.Usage.
func (s *Sampler) Used(user string, fields map[string]any) {
	s.n++
	if s.n%s.Every != 0 {
		return
	}
	if err := s.Client.Track(user, "api_request", fields); err != nil {
		log.Print(err)
	}
}
