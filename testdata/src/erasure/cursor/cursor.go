// Mode: never.

// Package cursor erases people that it reads one after another.
package cursor

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/ciolint/ciolint/runtime/erasure"
)

type person struct{ ID string }

// Lines stops at the first error.
func Lines(ctx context.Context, e *erasure.Eraser, in io.Reader) error {
	sc := bufio.NewScanner(in)
	for sc.Scan() {
		id := strings.TrimSpace(sc.Text())
		if id == "" {
			continue
		}
		if err := e.Erase(ctx, id); err != nil { // want `loop around .* stops at the first error`
			return err
		}
	}
	return sc.Err()
}

// AllLines goes on.
func AllLines(ctx context.Context, e *erasure.Eraser, in io.Reader) error {
	var errs []error
	sc := bufio.NewScanner(in)
	for sc.Scan() {
		if err := e.Erase(ctx, strings.TrimSpace(sc.Text())); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(append(errs, sc.Err())...)
}

// Decoded reads into one variable.
func Decoded(ctx context.Context, e *erasure.Eraser, d *json.Decoder) error {
	var p person
	for d.Decode(&p) == nil {
		if err := e.Erase(ctx, p.ID); err != nil { // want `loop around .* stops at the first error`
			return err
		}
	}
	return nil
}

// AllDecoded goes on.
func AllDecoded(ctx context.Context, e *erasure.Eraser, d *json.Decoder) (failed int) {
	var p person
	for d.Decode(&p) == nil {
		if err := e.Erase(ctx, p.ID); err != nil {
			failed++
		}
	}
	return failed
}

type pages struct {
	people []person
	at     int
}

func (p *pages) more() bool { p.at++; return p.at < len(p.people) }
func (p *pages) id() string { return p.people[p.at].ID }

// Paged moves its own cursor.
func Paged(ctx context.Context, e *erasure.Eraser, p *pages) error {
	for p.more() {
		if err := e.Erase(ctx, p.id()); err != nil { // want `loop around .* stops at the first error`
			return err
		}
	}
	return nil
}

type user struct{ id string }

func (u *user) ID() string { return u.id }

// Everywhere erases one person in several workspaces: whoever calls it retries.
func Everywhere(ctx context.Context, workspaces []*erasure.Eraser, u *user) error {
	for _, e := range workspaces {
		if err := e.Erase(ctx, u.ID()); err != nil {
			return err
		}
	}
	return nil
}

func (u *user) known() bool { return u.id != "" }

// Known asks the same person each time.
func Known(ctx context.Context, workspaces []*erasure.Eraser, u *user) error {
	for _, e := range workspaces {
		if !u.known() {
			break
		}
		if err := e.Erase(ctx, u.ID()); err != nil {
			return err
		}
	}
	return nil
}

// Again tries one person until there is no error.
func Again(ctx context.Context, e *erasure.Eraser, u *user) error {
	for u.known() {
		if err := e.Erase(ctx, u.ID()); err == nil {
			return nil
		}
	}
	return errors.New("unknown")
}
