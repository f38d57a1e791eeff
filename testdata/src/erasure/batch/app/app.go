// Mode: never.

// Package main deletes by batches of another package.
package main

import (
	"context"
	"log"
	"os"

	"erasure/batch/track"
)

func main() {
	c := &track.Client{}
	ctx := context.Background()
	if err := c.Remove(ctx, os.Args[1:]); err != nil { // want `person deleted by`
		log.Print(err)
	}
	if err := c.RemoveOne(ctx, os.Args[1]); err != nil { // want `person deleted by`
		log.Print(err)
	}
	if err := c.RemoveMade(ctx, os.Args[1:]); err != nil { // want `person deleted by`
		log.Print(err)
	}
	if err := c.EraseMade(ctx, os.Args[1:]); err != nil {
		log.Print(err)
	}
	if err := c.Erase(ctx, os.Args[1:]); err != nil {
		log.Print(err)
	}
	if err := c.RemoveObjects(ctx, os.Args[1:]); err != nil {
		log.Print(err)
	}
}
