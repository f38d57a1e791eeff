// Mode: always.

// Package requests fills requests and messages in several steps and passes
// them on: the payload is wrapped where it is put into the request, or just
// before the request is used.
package requests

import (
	"context"

	"github.com/customerio/go-customerio/v3"
)

type mailer struct{ api *customerio.APIClient }

func (m *mailer) deliver(ctx context.Context, req *customerio.SendEmailRequest) error {
	_, err := m.api.SendEmail(ctx, req)
	return err
}

func (m *mailer) throughAWrapper(ctx context.Context, v string) error {
	return m.deliver(ctx, &customerio.SendEmailRequest{ // want `SendEmail skips the sanitizer`
		To:          "pat@example.com",
		MessageData: map[string]any{"name": v},
	})
}

func (m *mailer) variableThroughAWrapper(ctx context.Context, v string) error {
	req := customerio.SendEmailRequest{To: "pat@example.com"}
	req.MessageData = map[string]any{"name": v}
	return m.deliver(ctx, &req) // want `SendEmail skips the sanitizer`
}

func (m *mailer) inSteps(ctx context.Context, v string) error {
	var req customerio.SendEmailRequest
	req.MessageData = map[string]any{"name": v} // want `SendEmail skips the sanitizer and holds "phone"`
	req.MessageData["phone"] = v
	// The last step.
	_, err := m.api.SendEmail(ctx, &req)
	return err
}

func (m *mailer) inStepsWithinIf(ctx context.Context, v string) error {
	req := &customerio.SendSMSRequest{MessageData: map[string]any{"name": v}} // want `SendSMS skips the sanitizer and holds "phone"`
	if v != "" {
		req.MessageData["phone"] = v
	}
	if _, err := m.api.SendSMS(ctx, req); err != nil {
		return err
	}
	return nil
}

func (m *mailer) changedAfterwards(ctx context.Context, v string) error {
	data := map[string]any{"name": v}
	req := customerio.SendPushRequest{MessageData: data}
	data["ssn"] = v // want `never-send key "ssn"`
	_, err := m.api.SendPush(ctx, &req)
	return err
}

func (m *mailer) broadcast(ctx context.Context, v string) {
	m.api.TriggerBroadcast(ctx, 1, nil, customerio.BroadcastRecipients{
		PerUserData: []map[string]any{
			{"id": "u1", "data": map[string]any{"plan": v}},
			{"id": "u2", "data": map[string]any{"ssn": v}}, // want `never-send key "ssn"`
		},
	}, customerio.BroadcastOptions{})
}

func helper(v string) *customerio.SendEmailRequest {
	return &customerio.SendEmailRequest{MessageData: map[string]any{"password": v}} // want `never-send key "password"`
}

func (m *mailer) ofAHelper(ctx context.Context, v string) error { return m.deliver(ctx, helper(v)) }

type note struct{ data map[string]any }

func (m *mailer) note(ctx context.Context, n *note) {
	m.api.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: n.data})
}

func (m *mailer) ownType(ctx context.Context, v string) {
	n := &note{data: map[string]any{"name": v}}
	m.note(ctx, n) // want `SendEmail skips the sanitizer`
}

var archive []*note

// What is kept must stay as it is.
func (m *mailer) keptElsewhere(ctx context.Context, v string) {
	n := &note{data: map[string]any{"name": v}}
	m.note(ctx, n) // want `SendEmail skips the sanitizer`
	archive = append(archive, n)
}
