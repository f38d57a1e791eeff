// Mode: always.

// Package apiv2 sends transactional email with the two older generations of go-customerio.
package apiv2

import (
	"context"

	customeriov1 "github.com/customerio/go-customerio"
	customerio "github.com/customerio/go-customerio/v2"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func email(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: map[string]interface{}{"ssn": v}}) // want `never-send key "ssn" reaches \(\*customerio.APIClient\).SendEmail`
}

func emailSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: sanitize.MessageData(map[string]interface{}{"ssn": v})})
}

func emailWithoutSuffix(ctx context.Context, a *customeriov1.APIClient, v string) {
	a.SendEmail(ctx, &customeriov1.SendEmailRequest{MessageData: map[string]interface{}{"tax_id": v}}) // want `never-send key "tax_id" reaches \(\*customerio.APIClient\).SendEmail`
}

func emailWithoutSuffixSanitized(ctx context.Context, a *customeriov1.APIClient, v string) {
	a.SendEmail(ctx, &customeriov1.SendEmailRequest{MessageData: sanitize.MessageData(map[string]interface{}{"tax_id": v})})
}

func emailWithoutData(ctx context.Context, a *customerio.APIClient, b *customeriov1.APIClient) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{To: "pat@example.com", Subject: "Hello"})
	b.SendEmail(ctx, &customeriov1.SendEmailRequest{To: "pat@example.com", Subject: "Hello"})
}
