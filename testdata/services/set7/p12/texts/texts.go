// Package texts sends text messages through Customer.io.
package texts

import (
	"context"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

// Gateway is the transactional API.
type Gateway struct {
	API      *customerio.APIClient
	Template string
}

// Text implements otp.Texter.
func (g *Gateway) Text(ctx context.Context, userID, phone, code string, ttl time.Duration) error {
	no := true
	_, err := g.API.SendSMS(ctx, &customerio.SendSMSRequest{
		TransactionalMessageID:  g.Template,
		To:                      phone,
		Identifiers:             map[string]string{"id": userID},
		DisableMessageRetention: &no,
		MessageData: map[string]any{
			"otp":     code,
			"minutes": int(ttl / time.Minute),
		},
	})
	return err
}
