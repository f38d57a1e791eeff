// Package main keeps subscriptions in step with billing.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

type subscriptionChanged struct {
	AccountID string `json:"account_id"`
	Holder    struct {
		Phone string `json:"phone"`
		SSN   string `json:"ssn"`
	} `json:"holder"`
	Plan      string    `json:"plan"`
	Seats     int       `json:"seats"`
	RenewsAt  time.Time `json:"renews_at"`
	Cancelled bool      `json:"cancelled"`
}

func (s subscriptionChanged) complete() bool {
	return s.Holder.Phone != "" && len(s.Holder.SSN) == 11
}

type profileWriter interface {
	IdentifyCtx(ctx context.Context, customerID string, attributes map[string]any) error
}

type consumer struct {
	profiles profileWriter
	log      *slog.Logger
}

func (c *consumer) handle(ctx context.Context, raw []byte) error {
	var msg subscriptionChanged
	if err := json.Unmarshal(raw, &msg); err != nil {
		return fmt.Errorf("decode: %w", err)
	}
	state := "active"
	if msg.Cancelled {
		state = "cancelled"
	}
	return c.profiles.IdentifyCtx(ctx, msg.AccountID, map[string]any{
		"plan":               msg.Plan,
		"seats":              msg.Seats,
		"renews_at":          msg.RenewsAt.Unix(),
		"subscription_state": state,
		"profile_complete":   msg.complete(),
	})
}

func main() {
	c := &consumer{
		profiles: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
		log:      slog.Default(),
	}
	dec := json.NewDecoder(os.Stdin)
	for {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err == io.EOF {
			return
		} else if err != nil {
			c.log.Error("read", "err", err)
			os.Exit(1)
		}
		if err := c.handle(context.Background(), raw); err != nil {
			c.log.Warn("message skipped", "err", err)
		}
	}
}
