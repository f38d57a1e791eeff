// Package login logs patients in by text message.
package login

import (
	"context"
	"crypto/rand"
	"fmt"
	"math/big"
)

// Texter sends a code.
type Texter interface {
	Text(ctx context.Context, patientID, phone, code string) error
}

// Codes remembers codes.
type Codes interface {
	Put(ctx context.Context, patientID, code string) error
}

// Service is the login.
type Service struct {
	texter Texter
	codes  Codes
}

// New wires the login.
func New(t Texter, c Codes) *Service { return &Service{t, c} }

// Begin sends a code.
func (s *Service) Begin(ctx context.Context, patientID, phone string) error {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		return err
	}
	code := fmt.Sprintf("%06d", n)
	if err := s.codes.Put(ctx, patientID, code); err != nil {
		return err
	}
	return s.texter.Text(ctx, patientID, phone, code)
}
