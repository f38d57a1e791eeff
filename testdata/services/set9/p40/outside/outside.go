package outside

import (
	"context"
	"fmt"
	"io"

	customerio "github.com/customerio/go-customerio/v3"
)

type Broadcasts struct {
	API *customerio.APIClient
	ID  int
}

func (b Broadcasts) Announce(ctx context.Context, data map[string]any, ids []string) error {
	_, err := b.API.TriggerBroadcast(ctx, b.ID, data, customerio.BroadcastRecipients{Ids: ids}, customerio.BroadcastOptions{})
	return err
}

// SEPA writes the transfers into the file that the bank fetches.
type SEPA struct{ W io.Writer }

func (s SEPA) Transfer(_ context.Context, account string, cents int) error {
	_, err := fmt.Fprintf(s.W, "%s;%d\n", account, cents)
	return err
}
