// Mode: never.

// Package main calls what wraps the adapter.
package main

import (
	"context"
	"log"
	"os"

	"erasure/decorated"
)

func main() {
	var p decorated.People = decorated.Retrying{Next: decorated.Logged{Next: &decorated.Adapter{}}}
	if err := erase(context.Background(), p, os.Args[1]); err != nil {
		log.Print(err)
	}
}

func erase(ctx context.Context, p decorated.People, id string) error {
	if err := p.Block(ctx, id); err != nil {
		return err
	}
	return p.Remove(ctx, id)
}
