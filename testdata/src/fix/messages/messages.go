// Mode: always.

// Package messages sends transactional messages: the fix wraps the field of
// the request, and keeps what the message exists to deliver.
package messages

import (
	"context"

	"github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func literal(ctx context.Context, c *customerio.APIClient, code string) {
	c.SendEmail(ctx, &customerio.SendEmailRequest{
		To: "pat@example.com",
		MessageData: map[string]any{ // want `payload of .*SendEmail skips the sanitizer`
			"otp": code,
		},
		Identifiers: map[string]string{"id": "u1"},
	})
}

func variable(ctx context.Context, c *customerio.APIClient, phone string) {
	req := customerio.SendSMSRequest{To: phone, MessageData: map[string]any{"phone": phone}} // want `SendSMS skips the sanitizer and holds "phone"`
	c.SendSMS(ctx, &req)
}

func neverSend(ctx context.Context, c *customerio.APIClient, v string) {
	c.SendPush(ctx, &customerio.SendPushRequest{MessageData: map[string]any{"password": v}}) // want `never-send key "password"`
}

func assigned(ctx context.Context, c *customerio.APIClient, name string) {
	req := &customerio.SendInAppRequest{}
	req.MessageData = map[string]any{"name": name} // want `SendInApp skips the sanitizer`
	c.SendInApp(ctx, req)
}

func shorthand(ctx context.Context, c *customerio.APIClient, name string) {
	data := map[string]any{"name": name}
	c.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: data}) // want `SendEmail skips the sanitizer`
}

func broadcast(ctx context.Context, c *customerio.APIClient, v string) {
	c.TriggerBroadcast(ctx, 1, map[string]any{"headline": v}, customerio.BroadcastRecipients{}, customerio.BroadcastOptions{}) // want `TriggerBroadcast skips the sanitizer`
}

func right(ctx context.Context, c *customerio.APIClient, v string) {
	c.SendPush(ctx, &customerio.SendPushRequest{MessageData: sanitize.MessageData(map[string]any{"name": v})})
}
