// Package post dispatches emails.
package post

import (
	"context"
	"fmt"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p22/flight"
	"services/set7/p22/templates"
)

// Office sends what the templates make.
type Office struct {
	api    *customerio.APIClient
	make   map[string]templates.Func
	scrub  func(map[string]any) map[string]any
	footer string
}

// Open returns an Office.
func Open(api *customerio.APIClient, t map[string]templates.Func) *Office {
	return &Office{api: api, make: t, scrub: sanitize.MessageData, footer: "Fly safe"}
}

// Send one email.
func (o *Office) Send(ctx context.Context, name string, p flight.Passenger) error {
	f, ok := o.make[name]
	if !ok {
		return fmt.Errorf("no template %q", name)
	}
	data := f(p)
	data["footer"] = o.footer
	_, err := o.api.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID: name,
		To:                     p.Email,
		Identifiers:            map[string]string{"id": p.Customer},
		MessageData:            o.scrub(data),
	})
	return err
}
