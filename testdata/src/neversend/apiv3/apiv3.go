// Mode: always.

// Package apiv3 sends transactional messages and broadcasts with go-customerio/v3.
package apiv3

import (
	"context"
	"encoding/json"

	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type user struct{ Name, SSN string }

func email(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID: "3",
		Identifiers:            map[string]string{"id": "u1"},
		To:                     "pat@example.com",
		MessageData:            map[string]any{"ssn": v}, // want `never-send key "ssn" reaches \(\*customerio.APIClient\).SendEmail`
	})
}

func emailSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID: "3",
		Identifiers:            map[string]string{"id": "u1"},
		To:                     "pat@example.com",
		MessageData:            sanitize.MessageData(map[string]any{"ssn": v}),
	})
}

func emailWithoutData(ctx context.Context, a *customerio.APIClient) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID: "3",
		Identifiers:            map[string]string{"id": "u1"},
		To:                     "pat@example.com",
		Subject:                "Welcome",
		Body:                   "<p>Hello</p>",
	})
}

func push(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendPush(ctx, &customerio.SendPushRequest{
		Identifiers: map[string]string{"id": "u1"},
		MessageData: map[string]any{"card_number": v}, // want `never-send key "card_number" reaches \(\*customerio.APIClient\).SendPush`
	})
}

func pushSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendPush(ctx, &customerio.SendPushRequest{
		Identifiers: map[string]string{"id": "u1"},
		MessageData: sanitize.MessageData(map[string]any{"card_number": v}),
	})
}

func sms(ctx context.Context, a *customerio.APIClient, v, recipient string) {
	a.SendSMS(ctx, &customerio.SendSMSRequest{
		Identifiers: map[string]string{"id": "u1"},
		To:          recipient,
		MessageData: map[string]any{"tax_id": v}, // want `never-send key "tax_id" reaches \(\*customerio.APIClient\).SendSMS`
	})
}

func smsSanitized(ctx context.Context, a *customerio.APIClient, v, recipient string) {
	a.SendSMS(ctx, &customerio.SendSMSRequest{
		Identifiers: map[string]string{"id": "u1"},
		To:          recipient,
		MessageData: sanitize.MessageData(map[string]any{"tax_id": v}),
	})
}

func recipientIsAPhoneNumber(ctx context.Context, a *customerio.APIClient, phone string) {
	a.SendSMS(ctx, &customerio.SendSMSRequest{
		TransactionalMessageID: "7",
		Identifiers:            map[string]string{"id": "u1"},
		To:                     phone,
	})
}

func inApp(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendInApp(ctx, &customerio.SendInAppRequest{MessageData: map[string]any{"iban": v}}) // want `never-send key "iban" reaches \(\*customerio.APIClient\).SendInApp`
}

func inAppSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendInApp(ctx, &customerio.SendInAppRequest{MessageData: sanitize.MessageData(map[string]any{"iban": v})})
}

func inboxMessage(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendInboxMessage(ctx, &customerio.SendInboxMessageRequest{MessageData: map[string]any{"mrn": v}}) // want `never-send key "mrn" reaches \(\*customerio.APIClient\).SendInboxMessage`
}

func inboxMessageSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendInboxMessage(ctx, &customerio.SendInboxMessageRequest{MessageData: sanitize.MessageData(map[string]any{"mrn": v})})
}

func broadcast(ctx context.Context, a *customerio.APIClient, v string) {
	a.TriggerBroadcast(ctx, 1, map[string]any{"api_key": v}, customerio.BroadcastRecipients{Ids: []string{"u1"}}, customerio.BroadcastOptions{}) // want `never-send key "api_key" reaches \(\*customerio.APIClient\).TriggerBroadcast`
}

func broadcastSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.TriggerBroadcast(ctx, 1, sanitize.MessageData(map[string]any{"api_key": v}), customerio.BroadcastRecipients{Ids: []string{"u1"}}, customerio.BroadcastOptions{})
}

func broadcastWithoutData(ctx context.Context, a *customerio.APIClient) {
	a.TriggerBroadcast(ctx, 1, nil, customerio.BroadcastRecipients{Ids: []string{"u1"}}, customerio.BroadcastOptions{})
}

func perUserData(ctx context.Context, a *customerio.APIClient, v string) {
	a.TriggerBroadcast(ctx, 1, nil, customerio.BroadcastRecipients{
		PerUserData: []map[string]any{
			{"id": "u1", "data": map[string]any{"plan": "pro"}},
			{"id": "u2", "data": map[string]any{"ssn": v}}, // want `never-send key "ssn" reaches \(\*customerio.APIClient\).TriggerBroadcast`
		},
	}, customerio.BroadcastOptions{})
}

func perUserDataSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.TriggerBroadcast(ctx, 1, nil, customerio.BroadcastRecipients{
		PerUserData: []map[string]any{
			sanitize.MessageData(map[string]any{"id": "u1", "data": map[string]any{"plan": "pro"}}),
			sanitize.MessageData(map[string]any{"id": "u2", "data": map[string]any{"ssn": v}}),
		},
	}, customerio.BroadcastOptions{})
}

func perUserDataCollectedInALoop(ctx context.Context, a *customerio.APIClient, vs []string) {
	var r customerio.BroadcastRecipients
	for _, v := range vs {
		r.PerUserData = append(r.PerUserData, map[string]any{"id": "u1", "data": map[string]any{"cvv": v}}) // want `never-send key "cvv" reaches \(\*customerio.APIClient\).TriggerBroadcast`
	}
	a.TriggerBroadcast(ctx, 1, nil, r, customerio.BroadcastOptions{})
}

func perUserDataCollectedAndSanitized(ctx context.Context, a *customerio.APIClient, vs []string) {
	var r customerio.BroadcastRecipients
	for _, v := range vs {
		r.PerUserData = append(r.PerUserData, sanitize.MessageData(map[string]any{"id": "u1", "data": map[string]any{"cvv": v}}))
	}
	a.TriggerBroadcast(ctx, 1, nil, r, customerio.BroadcastOptions{})
}

func customData(ctx context.Context, a *customerio.APIClient, v string) error {
	raw, err := json.Marshal(map[string]any{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.APIClient\).SendPush`
	if err != nil {
		return err
	}
	_, err = a.SendPush(ctx, &customerio.SendPushRequest{CustomData: raw})
	return err
}

func customDataSanitizedBeforeEncoding(ctx context.Context, a *customerio.APIClient, v string) error {
	raw, err := json.Marshal(sanitize.MessageData(map[string]any{"ssn": v}))
	if err != nil {
		return err
	}
	_, err = a.SendPush(ctx, &customerio.SendPushRequest{CustomData: raw})
	return err
}

func customPayload(ctx context.Context, a *customerio.APIClient, v string) error {
	raw, err := json.Marshal(map[string]any{"aps": map[string]any{"password": v}}) // want `never-send key "password" reaches \(\*customerio.APIClient\).SendPush`
	if err != nil {
		return err
	}
	_, err = a.SendPush(ctx, &customerio.SendPushRequest{CustomPayload: raw})
	return err
}

func customPayloadSanitizedAfterEncoding(ctx context.Context, a *customerio.APIClient, v string) error {
	raw, err := json.Marshal(map[string]any{"aps": map[string]any{"password": v}})
	if err != nil {
		return err
	}
	raw, err = sanitize.JSON(raw)
	if err != nil {
		return err
	}
	_, err = a.SendPush(ctx, &customerio.SendPushRequest{CustomPayload: raw})
	return err
}

func deviceLiteral(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendPush(ctx, &customerio.SendPushRequest{
		Device: &customerio.Device{
			Token:      "d1",
			Platform:   "ios",
			Attributes: map[string]any{"access_token": v}, // want `never-send key "access_token" reaches \(\*customerio.APIClient\).SendPush`
		},
	})
}

func deviceLiteralSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendPush(ctx, &customerio.SendPushRequest{
		Device: &customerio.Device{
			Token:      "d1",
			Platform:   "ios",
			Attributes: sanitize.Attributes(map[string]any{"access_token": v}),
		},
	})
}

func freeText(ctx context.Context, a *customerio.APIClient, u user) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{
		To:      "pat@example.com",
		Subject: "Welcome " + u.Name,
		Body:    "<p>Your number: " + u.SSN + "</p>", // want `never-send value SSN reaches \(\*customerio.APIClient\).SendEmail`
	})
}

func harmlessFreeText(ctx context.Context, a *customerio.APIClient, u user) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{
		To:      "pat@example.com",
		Subject: "Welcome " + u.Name,
		Body:    "<p>Dear " + u.Name + "</p>",
	})
}

func pushText(ctx context.Context, a *customerio.APIClient, u user) {
	a.SendPush(ctx, &customerio.SendPushRequest{Title: "Checked", Message: "Number " + u.SSN}) // want `never-send value SSN reaches \(\*customerio.APIClient\).SendPush`
}

func harmlessPushText(ctx context.Context, a *customerio.APIClient, u user) {
	a.SendPush(ctx, &customerio.SendPushRequest{Title: "Checked", Message: "Hello " + u.Name})
}

func fieldByField(ctx context.Context, a *customerio.APIClient, v string) {
	var req customerio.SendEmailRequest
	req.To = "pat@example.com"
	req.MessageData = map[string]any{"plan": "pro"}
	req.MessageData["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.APIClient\).SendEmail`
	a.SendEmail(ctx, &req)
}

func fieldByFieldSanitized(ctx context.Context, a *customerio.APIClient, v string) {
	var req customerio.SendEmailRequest
	req.To = "pat@example.com"
	req.MessageData = sanitize.MessageData(map[string]any{"plan": "pro", "ssn": v})
	a.SendEmail(ctx, &req)
}

func newRequest(v string) *customerio.SendEmailRequest {
	return &customerio.SendEmailRequest{
		To:          "pat@example.com",
		MessageData: map[string]any{"routing_number": v}, // want `never-send key "routing_number" reaches \(\*customerio.APIClient\).SendEmail`
	}
}

func requestOfAHelper(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendEmail(ctx, newRequest(v))
}

func newSanitizedRequest(v string) *customerio.SendEmailRequest {
	return &customerio.SendEmailRequest{
		To:          "pat@example.com",
		MessageData: sanitize.MessageData(map[string]any{"routing_number": v}),
	}
}

func sanitizedRequestOfAHelper(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendEmail(ctx, newSanitizedRequest(v))
}

func requestBehindAPointer(ctx context.Context, a *customerio.APIClient, v string) {
	req := &customerio.SendSMSRequest{To: "+12025550100"}
	p := &req.MessageData
	*p = map[string]any{"bank_account": v} // want `never-send key "bank_account" reaches \(\*customerio.APIClient\).SendSMS`
	a.SendSMS(ctx, req)
}

func fill(req *customerio.SendEmailRequest, v string) {
	req.MessageData = map[string]any{"credit_card": v} // want `never-send key "credit_card" reaches \(\*customerio.APIClient\).SendEmail`
}

func requestFilledByAHelper(ctx context.Context, a *customerio.APIClient, v string) {
	req := &customerio.SendEmailRequest{To: "pat@example.com"}
	fill(req, v)
	a.SendEmail(ctx, req)
}

func fillSanitized(req *customerio.SendEmailRequest, v string) {
	req.MessageData = sanitize.MessageData(map[string]any{"credit_card": v})
}

func requestFilledBySanitizingHelper(ctx context.Context, a *customerio.APIClient, v string) {
	req := &customerio.SendEmailRequest{To: "pat@example.com"}
	fillSanitized(req, v)
	a.SendEmail(ctx, req)
}

func deliver(ctx context.Context, a *customerio.APIClient, req *customerio.SendEmailRequest) error {
	_, err := a.SendEmail(ctx, req)
	return err
}

func requestParameter(ctx context.Context, a *customerio.APIClient, v string) {
	deliver(ctx, a, &customerio.SendEmailRequest{MessageData: map[string]any{"passport_number": v}}) // want `never-send key "passport_number" reaches \(\*customerio.APIClient\).SendEmail`
}

func sanitizedRequestParameter(ctx context.Context, a *customerio.APIClient, v string) {
	deliver(ctx, a, &customerio.SendEmailRequest{MessageData: sanitize.MessageData(map[string]any{"passport_number": v})})
}

func requestCopied(ctx context.Context, a *customerio.APIClient, v string) {
	template := customerio.SendEmailRequest{MessageData: map[string]any{"cvv": v}} // want `never-send key "cvv" reaches \(\*customerio.APIClient\).SendEmail`
	req := template
	req.To = "pat@example.com"
	a.SendEmail(ctx, &req)
}

func requestCopiedAndItsDataReplaced(ctx context.Context, a *customerio.APIClient, v string) {
	template := customerio.SendEmailRequest{MessageData: map[string]any{"cvv": v}}
	req := template
	req.MessageData = nil
	a.SendEmail(ctx, &req)
}
