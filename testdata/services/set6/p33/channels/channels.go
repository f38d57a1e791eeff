package channels

import (
	"context"
	"fmt"
	"io"

	"github.com/customerio/go-customerio/v3"
)

type Email struct {
	API      *customerio.APIClient
	Template string
}

func (e Email) Deliver(ctx context.Context, readerID string, vars map[string]any) error {
	_, err := e.API.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID: e.Template,
		Identifiers:            map[string]string{"id": readerID},
		MessageData:            vars,
	})
	return err
}

type Console struct{ W io.Writer }

func (c Console) Deliver(_ context.Context, readerID string, vars map[string]any) error {
	_, err := fmt.Fprintln(c.W, readerID, len(vars))
	return err
}
