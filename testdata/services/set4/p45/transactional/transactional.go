package transactional

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

type App struct{ API *customerio.APIClient }

func noRetention() *bool { b := true; return &b }

func (a App) Link(ctx context.Context, user, email, link string) error {
	_, err := a.API.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID:  "magic-link",
		To:                      email,
		Identifiers:             map[string]string{"id": user},
		MessageData:             map[string]any{"magic_link": link, "minutes": 15},
		DisableMessageRetention: noRetention(),
	})
	return err
}

func (a App) Code(ctx context.Context, user, phone, code string) error {
	_, err := a.API.SendSMS(ctx, &customerio.SendSMSRequest{
		TransactionalMessageID:  "login-code",
		To:                      phone,
		Identifiers:             map[string]string{"id": user},
		MessageData:             map[string]any{"otp_code": code, "minutes": 15},
		DisableMessageRetention: noRetention(),
	})
	return err
}
