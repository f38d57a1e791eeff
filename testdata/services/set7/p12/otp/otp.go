// Package otp makes and checks one-time codes.
package otp

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"fmt"
	"math/big"
	"sync"
	"time"
)

// Texter delivers a code.
type Texter interface {
	Text(ctx context.Context, userID, phone, code string, ttl time.Duration) error
}

// Desk hands codes out.
type Desk struct {
	Texter Texter
	TTL    time.Duration

	mu   sync.Mutex
	open map[string]string
}

// ErrWrong is a wrong or used code.
var ErrWrong = errors.New("otp: wrong code")

// Start sends a code.
func (d *Desk) Start(ctx context.Context, userID, phone string) error {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		return err
	}
	code := fmt.Sprintf("%06d", n)
	d.mu.Lock()
	if d.open == nil {
		d.open = map[string]string{}
	}
	d.open[userID] = code
	d.mu.Unlock()
	return d.Texter.Text(ctx, userID, phone, code, d.TTL)
}

// Finish checks a code.
func (d *Desk) Finish(userID, code string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	want, ok := d.open[userID]
	delete(d.open, userID)
	if !ok || subtle.ConstantTimeCompare([]byte(want), []byte(code)) != 1 {
		return ErrWrong
	}
	return nil
}
