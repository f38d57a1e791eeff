package outage

import (
	"context"
	"time"

	"github.com/customerio/go-customerio/v3"
)

type Outage struct {
	ID       string
	Grid     string
	Affected []string
	Until    time.Time
}

type Notice struct {
	app     *customerio.APIClient
	message string
}

func NewNotice(app *customerio.APIClient) *Notice { return &Notice{app: app, message: "outage"} }

func (n *Notice) Send(ctx context.Context, o Outage) (sent int) {
	for _, id := range o.Affected {
		_, err := n.app.SendPush(ctx, &customerio.SendPushRequest{
			TransactionalMessageID: n.message,
			Identifiers:            map[string]string{"id": id},
			MessageData:            map[string]any{"grid": o.Grid, "until": o.Until.Format(time.Kitchen)},
		})
		if err == nil {
			sent++
		}
	}
	return sent
}
