// Package claims has the commands and the handler of health claims.
package claims

import (
	"context"
	"fmt"
)

// File files a claim.
type File struct {
	MemberID  string
	Diagnosis string
	IBAN      string
	Receipts  []string
}

// Status of a claim.
type Status int

const (
	Filed Status = iota
	Incomplete
	Paid
)

func (s Status) String() string {
	switch s {
	case Filed:
		return "filed"
	case Incomplete:
		return "incomplete"
	case Paid:
		return "paid"
	default:
		return fmt.Sprintf("status(%d)", int(s))
	}
}

// View is the read side.
type View interface {
	Update(ctx context.Context, memberID string, status Status, facts map[string]any) error
}

// Handler handles commands.
type Handler struct {
	store func(File) error
	view  View
}

// NewHandler wires.
func NewHandler(store func(File) error, view View) *Handler { return &Handler{store, view} }

// File handles one command.
func (h *Handler) File(ctx context.Context, c File) error {
	st := Filed
	if c.IBAN == "" || c.Diagnosis == "" || len(c.Receipts) == 0 {
		st = Incomplete
	}
	if err := h.store(c); err != nil {
		return err
	}
	return h.view.Update(ctx, c.MemberID, st, map[string]any{"receipts": len(c.Receipts)})
}
