// Mode: unless-clean.

// Package taken sends what is in the fields of parameters. Who brings it is asked
// for the sanitizer, if the package shows who that is.
package taken

import (
	"context"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

type Event struct {
	User string
	Data map[string]any
}

type Sender struct {
	cio *customerio.CustomerIO
	api *customerio.APIClient
}

func (s *Sender) Handle(e Event) error {
	return s.track(e) // want `payload of .*Track skips the sanitizer`
}

func (s *Sender) HandleClean(e Event) error {
	e.Data = sanitize.Attributes(e.Data)
	return s.track(e)
}

func (s *Sender) Plan(user, plan string) error {
	return s.track(Event{user, map[string]any{"plan": plan}})
}

func (s *Sender) Email(user, email string) error {
	return s.track(Event{user, map[string]any{"phone": email}}) // want `payload of .*Track skips the sanitizer and holds .phone`
}

func (s *Sender) track(e Event) error { return s.cio.Track(e.User, "seen", e.Data) }

// Mail is called by others, of whom nothing is known.
func (s *Sender) Mail(ctx context.Context, e Event) error {
	_, err := s.api.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: e.Data}) // want `payload of .*SendEmail skips the sanitizer`
	return err
}

func (s *Sender) MailClean(ctx context.Context, e Event) error {
	_, err := s.api.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: sanitize.MessageData(e.Data)})
	return err
}

func (s *Sender) Broadcast(ctx context.Context, es []Event) error {
	var to customerio.BroadcastRecipients
	for _, e := range es {
		to.PerUserData = append(to.PerUserData, map[string]any{"id": e.User, "data": e.Data}) // want `payload of .*TriggerBroadcast skips the sanitizer`
	}
	_, err := s.api.TriggerBroadcast(ctx, 1, nil, to, customerio.BroadcastOptions{})
	return err
}

func (s *Sender) BroadcastClean(ctx context.Context, es []Event) error {
	var to customerio.BroadcastRecipients
	for _, e := range es {
		to.PerUserData = append(to.PerUserData, map[string]any{"id": e.User, "data": sanitize.MessageData(e.Data)})
	}
	_, err := s.api.TriggerBroadcast(ctx, 1, nil, to, customerio.BroadcastOptions{})
	return err
}
