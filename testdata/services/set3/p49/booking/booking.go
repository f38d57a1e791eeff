// Package booking books tables.
package booking

import (
	"context"
	"time"

	"services/set3/p49/step"
)

// Guest is who eats.
type Guest struct {
	ID    string
	Phone string
}

// Book is the book of a restaurant.
type Book struct {
	guests map[string]Guest
	send   step.Send
}

// Open opens a book.
func Open(send step.Send, guests ...Guest) *Book {
	b := &Book{guests: map[string]Guest{}}
	for _, g := range guests {
		b.guests[g.ID] = g
	}
	b.send = step.Around(send, b.contact)
	return b
}

func (b *Book) contact(next step.Send) step.Send {
	return func(ctx context.Context, id, name string, data map[string]any) error {
		if g, ok := b.guests[id]; ok {
			data["phone"] = g.Phone
		}
		return next(ctx, id, name, data)
	}
}

// Reserve reserves a table.
func (b *Book) Reserve(ctx context.Context, id string, at time.Time, people int) error {
	return b.send(ctx, id, "table_reserved", map[string]any{"at": at.Unix(), "people": people})
}
