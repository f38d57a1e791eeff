package guild

import (
	"context"
	"errors"
	"fmt"

	customerio "github.com/customerio/go-customerio/v3"
)

type Member struct {
	UUID      string
	Nick      string
	Phone     string
	PushToken string
	Platform  string
	WantsSMS  bool
}

type Calls struct {
	app   *customerio.APIClient
	track *customerio.CustomerIO
}

func NewCalls(app *customerio.APIClient, track *customerio.CustomerIO) *Calls {
	return &Calls{app, track}
}

// Register makes push messages possible.
func (c *Calls) Register(ctx context.Context, m Member) error {
	return c.track.AddDeviceCtx(ctx, m.UUID, m.PushToken, m.Platform, map[string]any{"app_version": "4.2"})
}

func (c *Calls) Raid(ctx context.Context, boss string, members []Member) error {
	var errs []error
	for _, m := range members {
		data := map[string]any{"boss": boss, "nick": m.Nick}
		ids := map[string]string{"id": m.UUID}
		var err error
		if m.WantsSMS {
			_, err = c.app.SendSMS(ctx, &customerio.SendSMSRequest{
				TransactionalMessageID: "raid-sms", To: m.Phone, Identifiers: ids, MessageData: data,
			})
		} else {
			_, err = c.app.SendPush(ctx, &customerio.SendPushRequest{
				TransactionalMessageID: "raid-push", To: "all", Identifiers: ids, MessageData: data,
			})
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("member %s: %w", m.UUID, err))
		}
	}
	return errors.Join(errs...)
}
