// Package sms sends text messages.
package sms

import (
	"context"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// Sender implements login.Texter.
type Sender struct {
	API  *customerio.APIClient
	From string
}

// Text sends one code.
func (s Sender) Text(ctx context.Context, patientID, phone, code string) error {
	_, err := s.API.SendSMS(ctx, &customerio.SendSMSRequest{
		TransactionalMessageID: "login_code",
		To:                     phone,
		From:                   s.From,
		Identifiers:            map[string]string{"id": patientID},
		MessageData:            sanitize.MessageData(map[string]any{"otp": code, "minutes": 10}),
	})
	return err
}
