package roster

import "sync"

type Courier struct {
	UUID          string
	Phone         string
	LicenseNumber string
	Vehicle       string
}

type Roster struct {
	mu      sync.Mutex
	byPhone map[string]Courier
}

func (r *Roster) Add(c Courier) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.byPhone == nil {
		r.byPhone = map[string]Courier{}
	}
	r.byPhone[c.Phone] = c
}

// Caller finds who calls.
func (r *Roster) Caller(phone string) (Courier, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	c, ok := r.byPhone[phone]
	return c, ok
}
