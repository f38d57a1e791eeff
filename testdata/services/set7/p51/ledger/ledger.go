// Package ledger has the open items of a utility's customers.
package ledger

import (
	"sort"
	"time"
)

// Item that is open.
type Item struct {
	Customer    string
	Invoice     string
	Cents       int64
	Due         time.Time
	BankAccount string
}

// Overdue items, the oldest first.
func Overdue(items []Item, now time.Time, grace time.Duration) []Item {
	var late []Item
	for _, it := range items {
		if now.Sub(it.Due) > grace {
			late = append(late, it)
		}
	}
	sort.Slice(late, func(i, j int) bool { return late[i].Due.Before(late[j].Due) })
	return late
}
