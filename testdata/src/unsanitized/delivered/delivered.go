// Mode: unless-clean.

// Package delivered sends what transactional messages exist to deliver: the
// sanitizer hands it back as it is.
package delivered

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/url"

	customerio "github.com/customerio/go-customerio/v3"
)

func link(ctx context.Context, c *customerio.APIClient, base *url.URL, id, locale string) {
	token := rand.Text()
	l := base.JoinPath("reset")
	l.RawQuery = url.Values{"t": {token}}.Encode()
	c.SendEmail(ctx, &customerio.SendEmailRequest{
		Identifiers: map[string]string{"id": id},
		MessageData: map[string]any{"reset_link": l.String(), "valid_for": "one hour", "locale": locale},
	})
}

func code(ctx context.Context, c *customerio.APIClient, n int, id, to string) {
	c.SendSMS(ctx, &customerio.SendSMSRequest{
		To: to, Identifiers: map[string]string{"id": id},
		MessageData: map[string]any{"one_time_code": fmt.Sprintf("%06d", n), "minutes": 10},
	})
}

func event(c *customerio.CustomerIO, n int, id string) {
	c.Track(id, "sent", map[string]any{"one_time_code": fmt.Sprintf("%06d", n)}) // want `never-send key "one_time_code"`
}

func phone(ctx context.Context, c *customerio.APIClient, n int, id, to string) {
	c.SendSMS(ctx, &customerio.SendSMSRequest{
		To: to, Identifiers: map[string]string{"id": id},
		MessageData: map[string]any{"one_time_code": n, "phone": to}, // want `skips the sanitizer and holds "phone"`
	})
}
