// Mode: never.

// Package main deletes by a list of deleters that another package goes through.
package main

import (
	"context"
	"erasure/deleters/everywhere"
	"erasure/ports/adapter"
	"os"
)

type files struct{ dir string }

func (f files) Delete(ctx context.Context, id string) error { return os.RemoveAll(f.dir + id) }

func main() {
	c := &adapter.Client{}
	ctx := context.Background()
	id := os.Args[1]
	if err := c.Suppress(ctx, id); err != nil {
		panic(err)
	}
	if err := everywhere.Delete(ctx, id, []everywhere.Deleter{files{"/x"}, c}); err != nil {
		panic(err)
	}
	if err := everywhere.Run(ctx, id, files{"/x"}.Delete, c.Suppress, c.Delete); err != nil {
		panic(err)
	}
	if err := everywhere.Delete(ctx, id, []everywhere.Deleter{files{"/x"}, files{"/y"}}); err != nil {
		panic(err)
	}
}
