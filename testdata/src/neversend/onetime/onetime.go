// Mode: always.

// Package onetime sends codes and links: a transactional message exists to deliver them, a profile does not.
package onetime

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func codeInMessageData(ctx context.Context, a *customerio.APIClient, code string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: sanitize.MessageData(map[string]any{"otp": code})})
}

func codeOnAProfile(c *customerio.CustomerIO, code string) {
	c.Identify("u1", map[string]any{"otp": code}) // want `never-send key "otp" reaches \(\*customerio.CustomerIO\).Identify`
}

func codeOnAProfileSanitized(c *customerio.CustomerIO, code string) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"otp": code}))
}

func codeInEventData(c *customerio.CustomerIO, code string) {
	c.Track("u1", "login", map[string]any{"verification_code": code}) // want `never-send key "verification_code" reaches \(\*customerio.CustomerIO\).Track`
}

func resetLinkInMessageData(ctx context.Context, a *customerio.APIClient, link string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: sanitize.MessageData(map[string]any{
		"password_reset_token": link,
		"reset_link":           link,
		"magic_link":           link,
		"invite_token":         link,
	})})
}

func resetTokenOnAProfile(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"password_reset_token": v}) // want `never-send key "password_reset_token" reaches \(\*customerio.CustomerIO\).Identify`
}

func passwordInMessageData(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: map[string]any{"password": v}}) // want `never-send key "password" reaches \(\*customerio.APIClient\).SendEmail`
}

func passwordInMessageDataSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: sanitize.MessageData(map[string]any{"password": v})})
}

func apiKeyBesideACode(ctx context.Context, a *customerio.APIClient, v, code string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: map[string]any{
		"otp":     code,
		"api_key": v, // want `never-send key "api_key" reaches \(\*customerio.APIClient\).SendEmail`
	}})
}

func codeByTextMessage(ctx context.Context, a *customerio.APIClient, code, recipient string) {
	a.SendSMS(ctx, &customerio.SendSMSRequest{To: recipient, MessageData: sanitize.MessageData(map[string]any{"login_code": code})})
}

func accessTokenByTextMessage(ctx context.Context, a *customerio.APIClient, v, recipient string) {
	a.SendSMS(ctx, &customerio.SendSMSRequest{To: recipient, MessageData: map[string]any{"access_token": v}}) // want `never-send key "access_token" reaches \(\*customerio.APIClient\).SendSMS`
}

func codeValueInMessageData(ctx context.Context, a *customerio.APIClient, otp string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: sanitize.MessageData(map[string]any{"text": otp})})
}

func codeValueOnAProfile(c *customerio.CustomerIO, otp string) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"note": otp})) // want `never-send value otp reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func codeInTheBody(ctx context.Context, a *customerio.APIClient, otp string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{To: "pat@example.com", Body: "<p>" + otp + "</p>"})
}

func passwordInTheBody(ctx context.Context, a *customerio.APIClient, password string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{To: "pat@example.com", Body: "<p>" + password + "</p>"}) // want `never-send value password reaches \(\*customerio.APIClient\).SendEmail`
}

func secretInALink(ctx context.Context, c *customerio.APIClient, base, secret string) {
	c.SendEmail(ctx, &customerio.SendEmailRequest{
		MessageData: sanitize.MessageData(map[string]any{"link": base + "/confirm/" + secret}),
	})
}

func passwordInALink(ctx context.Context, c *customerio.APIClient, base, password string) {
	c.SendEmail(ctx, &customerio.SendEmailRequest{
		MessageData: sanitize.MessageData(map[string]any{"link": base + "?p=" + password}), // want `never-send value password reaches \(\*customerio.APIClient\).SendEmail under "link"`
	})
}
