// Mode: never.

// Package main puts together what is right.
package main

import (
	"context"
	"log"
	"os"

	"erasure/ports/adapter"
	"erasure/ports/decorator"
	"erasure/ports/domain"
)

func main() {
	c, ctx := &adapter.Client{}, context.Background()
	a := domain.Account{Guardian: os.Args[1], Child: os.Args[2]}
	ordered := &domain.Ordered{B: c, D: decorator.Logged{Next: c}}
	log.Print(ordered.Close(ctx, []domain.Account{a}))
	kind := &domain.Kind{B: c, D: c, N: c}
	if err := kind.Close(ctx, a); err != nil {
		log.Print(err)
	}
	trusting := &domain.Trusting{S: c, D: c}
	if err := trusting.Close(ctx, a); err != nil {
		log.Print(err)
	}
	late := &domain.Late{B: files{}, D: files{}}
	if err := late.Close(ctx, a); err != nil {
		log.Print(err)
	}
	if err := domain.Each(ctx, os.Args, files{}.Delete); err != nil {
		log.Print(err)
	}
}

// files are nobody's profile.
type files struct{}

func (files) Block(ctx context.Context, id string) error  { return os.Chmod(id, 0) }
func (files) Delete(ctx context.Context, id string) error { return os.Remove(id) }
