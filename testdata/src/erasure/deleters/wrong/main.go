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
	if err := everywhere.Delete(ctx, os.Args[1], []everywhere.Deleter{files{"/x"}, c}); err != nil { // want `person deleted by`
		panic(err)
	}
	if err := everywhere.Run(ctx, os.Args[1], files{"/x"}.Delete, c.Delete); err != nil { // want `person deleted by`
		panic(err)
	}
}
