// Mode: never.

// Package batches names many people at once.
package batches

import (
	"context"
	"maps"
	"slices"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Phone string }

func whole(ctx context.Context, c *customerio.CustomerIO, phones, userIDs, emails []string) {
	c.AddPeopleToSegment(ctx, 1, phones) // want `hash value phones is used as customer ID of \(\*customerio.CustomerIO\).AddPeopleToSegment`
	c.AddPeopleToSegment(ctx, 1, userIDs)
	c.AddPeopleToSegment(ctx, 1, emails)
}

func chunks(ctx context.Context, c *customerio.CustomerIO, phones, userIDs []string) {
	for part := range slices.Chunk(phones, 1000) {
		c.AddPeopleToSegment(ctx, 1, part) // want `hash value phones is used as customer ID`
	}
	for part := range slices.Chunk(userIDs, 1000) {
		c.AddPeopleToSegment(ctx, 1, part)
	}
}

func collected(ctx context.Context, c *customerio.CustomerIO, us []user) {
	var numbers, ids []string
	for _, u := range us {
		numbers, ids = append(numbers, u.Phone), append(ids, u.ID)
	}
	for part := range slices.Chunk(numbers, 1000) {
		c.AddPeopleToSegment(ctx, 1, part) // want `hash value Phone is used as customer ID`
	}
	for _, part := range slices.Collect(slices.Chunk(ids, 1000)) {
		c.AddPeopleToSegment(ctx, 1, part)
	}
}

func values(c *customerio.CustomerIO, phones []string, byID map[string]user) {
	for p := range slices.Values(phones) {
		c.Identify(p, nil) // want `hash value phones is used as customer ID`
	}
	for id, u := range maps.All(byID) {
		c.Identify(u.Phone, nil) // want `hash value Phone is used as customer ID`
		c.Identify(id, nil)
		c.Identify(u.ID, nil)
	}
}

// A batch is flushed when it is full.
type batch struct {
	c   *customerio.CustomerIO
	ids []string
}

func (b *batch) add(ctx context.Context, id string) {
	if b.ids = append(b.ids, id); len(b.ids) == 1000 {
		b.flush(ctx)
	}
}

func (b *batch) flush(ctx context.Context) {
	ids := b.ids
	b.ids = nil
	b.c.AddPeopleToSegment(ctx, 1, ids)
}

func flushed(ctx context.Context, c *customerio.CustomerIO, us []user) {
	numbers, ids := &batch{c: c}, &batch{c: c}
	for _, u := range us {
		numbers.add(ctx, u.Phone) // want `hash value Phone is used as customer ID`
		ids.add(ctx, u.ID)
	}
	ids.flush(ctx)
}
