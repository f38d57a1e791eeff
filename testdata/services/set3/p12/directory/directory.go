// Package directory finds members.
package directory

import "sync"

// Directory maps numbers to member references.
type Directory struct {
	mu      sync.RWMutex
	members map[string]string
}

// Load fills a directory from pairs of number and reference.
func Load(pairs [][2]string) *Directory {
	d := &Directory{members: make(map[string]string, len(pairs))}
	for _, p := range pairs {
		d.members[p[0]] = p[1]
	}
	return d
}

// ByPhone returns the reference of the member with this number.
func (d *Directory) ByPhone(phone string) (ref string, ok bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	ref, ok = d.members[phone]
	return ref, ok
}
