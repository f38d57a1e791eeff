// Mode: always.

// Package messages sends transactional messages, broadcasts and queued messages.
package messages

import (
	"context"

	analytics "github.com/customerio/cdp-analytics-go"
	customerio "github.com/customerio/go-customerio/v3"
	joeshaw "github.com/joeshaw/customerio"
	mrz "github.com/mrz1836/go-customerio"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func email(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: map[string]any{"name": v}}) // want `payload of \(\*customerio.APIClient\).SendEmail skips the sanitizer; wrap it in sanitize.MessageData`
}

func emailWithHashClassKey(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: map[string]any{"phone": v}}) // want `payload of \(\*customerio.APIClient\).SendEmail skips the sanitizer and holds "phone"; wrap it in sanitize.MessageData`
}

func emailSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: sanitize.MessageData(map[string]any{"name": v})})
}

func emailSanitizedStrictly(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: sanitize.Attributes(map[string]any{"name": v})})
}

func emailWithoutData(ctx context.Context, a *customerio.APIClient) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{To: "pat@example.com", Subject: "Hello"})
}

func emailWithEmptyData(ctx context.Context, a *customerio.APIClient) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{To: "pat@example.com", MessageData: map[string]any{}})
}

func codeIsDeliveredThroughTheSanitizer(ctx context.Context, a *customerio.APIClient, code string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: sanitize.MessageData(map[string]any{"otp": code})})
}

func push(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendPush(ctx, &customerio.SendPushRequest{MessageData: map[string]any{"name": v}}) // want `payload of \(\*customerio.APIClient\).SendPush skips the sanitizer; wrap it in sanitize.MessageData`
}

func pushSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendPush(ctx, &customerio.SendPushRequest{MessageData: sanitize.MessageData(map[string]any{"name": v})})
}

func sms(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendSMS(ctx, &customerio.SendSMSRequest{To: v, MessageData: map[string]any{"name": v}}) // want `payload of \(\*customerio.APIClient\).SendSMS skips the sanitizer; wrap it in sanitize.MessageData`
}

func smsSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendSMS(ctx, &customerio.SendSMSRequest{To: v, MessageData: sanitize.MessageData(map[string]any{"name": v})})
}

func inApp(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendInApp(ctx, &customerio.SendInAppRequest{MessageData: map[string]any{"ip": v}}) // want `payload of \(\*customerio.APIClient\).SendInApp skips the sanitizer and holds "ip"; wrap it in sanitize.MessageData`
}

func inAppSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendInApp(ctx, &customerio.SendInAppRequest{MessageData: sanitize.MessageData(map[string]any{"ip": v})})
}

func inboxMessage(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendInboxMessage(ctx, &customerio.SendInboxMessageRequest{MessageData: map[string]any{"name": v}}) // want `payload of \(\*customerio.APIClient\).SendInboxMessage skips the sanitizer; wrap it in sanitize.MessageData`
}

func inboxMessageSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendInboxMessage(ctx, &customerio.SendInboxMessageRequest{MessageData: sanitize.MessageData(map[string]any{"name": v})})
}

func broadcast(ctx context.Context, a *customerio.APIClient, v string) {
	a.TriggerBroadcast(ctx, 1, map[string]any{"headline": v}, customerio.BroadcastRecipients{}, customerio.BroadcastOptions{}) // want `payload of \(\*customerio.APIClient\).TriggerBroadcast skips the sanitizer; wrap it in sanitize.MessageData`
}

func broadcastSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.TriggerBroadcast(ctx, 1, sanitize.MessageData(map[string]any{"headline": v}), customerio.BroadcastRecipients{}, customerio.BroadcastOptions{})
}

func identify(c analytics.Client, v string) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: analytics.Traits{"plan": v}}) // want `payload of \(analytics.Client\).Enqueue skips the sanitizer; wrap it in sanitize.Attributes`
}

func identifySanitized(c analytics.Client, v string) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: sanitize.Attributes(analytics.Traits{"plan": v})})
}

func identifyWithoutTraits(c analytics.Client) {
	c.Enqueue(analytics.Identify{UserId: "u1"})
}

func setterOfAHashClassKey(c analytics.Client, v string) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: analytics.NewTraits().SetPhone(v)}) // want `payload of \(analytics.Client\).Enqueue skips the sanitizer and holds "phone"; wrap it in sanitize.Attributes`
}

func settersOfHashClassKeys(c analytics.Client, v string) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: analytics.NewTraits().SetPhone(v).SetAddress(v).SetEmail(v)}) // want `payload of \(analytics.Client\).Enqueue skips the sanitizer and holds "address", "phone"; wrap it in sanitize.Attributes`
}

func settersSanitized(c analytics.Client, v string) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: sanitize.Attributes(analytics.NewTraits().SetPhone(v).SetAddress(v))})
}

func track(c analytics.Client, v string) {
	c.Enqueue(analytics.Track{UserId: "u1", Event: "seen", Properties: analytics.NewProperties().SetPath(v)}) // want `payload of \(analytics.Client\).Enqueue skips the sanitizer; wrap it in sanitize.Attributes`
}

func trackSanitized(c analytics.Client, v string) {
	c.Enqueue(analytics.Track{UserId: "u1", Event: "seen", Properties: sanitize.Attributes(analytics.NewProperties().SetPath(v))})
}

func groupPointer(c analytics.Client, v string) {
	c.Enqueue(&analytics.Group{UserId: "u1", GroupId: "g1", Traits: analytics.Traits{"plan": v}}) // want `payload of \(analytics.Client\).Enqueue skips the sanitizer; wrap it in sanitize.Attributes`
}

func groupPointerSanitized(c analytics.Client, v string) {
	c.Enqueue(&analytics.Group{UserId: "u1", GroupId: "g1", Traits: sanitize.Attributes(analytics.Traits{"plan": v})})
}

func alias(c analytics.Client) {
	c.Enqueue(analytics.Alias{PreviousId: "a1", UserId: "u1"})
}

func communityClients(m *mrz.Client, j *joeshaw.Client, v string) {
	m.UpdateCustomer("u1", map[string]any{"plan": v})                      // want `payload of \(\*customerio.Client\).UpdateCustomer skips the sanitizer; wrap it in sanitize.Attributes`
	m.SendEmail(&mrz.EmailRequest{MessageData: map[string]any{"name": v}}) // want `payload of \(\*customerio.Client\).SendEmail skips the sanitizer; wrap it in sanitize.MessageData`
	j.Identify("u1", "pat@example.com", map[string]any{"plan": v})         // want `payload of \(\*customerio.Client\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
	j.TrackRecipient("pat@example.com", "seen", map[string]any{"path": v}) // want `payload of \(\*customerio.Client\).TrackRecipient skips the sanitizer; wrap it in sanitize.Attributes`
}

func communityClientsSanitized(m *mrz.Client, j *joeshaw.Client, v string) {
	m.UpdateCustomer("u1", sanitize.Attributes(map[string]any{"plan": v}))
	m.SendEmail(&mrz.EmailRequest{MessageData: sanitize.MessageData(map[string]any{"name": v})})
	j.Identify("u1", "pat@example.com", sanitize.Attributes(map[string]any{"plan": v}))
	j.TrackRecipient("pat@example.com", "seen", sanitize.Attributes(map[string]any{"path": v}))
}
