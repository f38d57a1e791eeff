package shipping

import (
	"context"
	"fmt"
	"maps"

	customerio "github.com/customerio/go-customerio/v3"
)

type Address struct {
	Line1, Line2, City, PostalCode string
}

type Parcel struct {
	Order     string
	Buyer     string
	Email     string
	Address   Address
	Carrier   string
	DriverTel string
	ETA       string
}

var shop = map[string]any{
	"shop_name": "Example Outdoor",
	"help_url":  "https://help.example.com",
}

// Mailer sends mails about parcels.
type Mailer struct {
	App       *customerio.APIClient
	templates map[string]string
}

func NewMailer(app *customerio.APIClient) *Mailer {
	return &Mailer{App: app, templates: map[string]string{"out": "17", "delivered": "18"}}
}

func (m *Mailer) send(ctx context.Context, kind string, p Parcel, extra map[string]any) error {
	tmpl, ok := m.templates[kind]
	if !ok {
		return fmt.Errorf("shipping: no template for %q", kind)
	}
	data := maps.Clone(shop)
	data["order"] = p.Order
	data["carrier"] = p.Carrier
	maps.Copy(data, extra)
	_, err := m.App.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID: tmpl,
		To:                     p.Email,
		Identifiers:            map[string]string{"id": p.Buyer},
		MessageData:            data,
	})
	return err
}

// OutForDelivery tells the buyer that the parcel comes today.
func (m *Mailer) OutForDelivery(ctx context.Context, p Parcel) error {
	return m.send(ctx, "out", p, map[string]any{
		"eta":              p.ETA,
		"delivery_address": p.Address.Line1 + ", " + p.Address.City,
		"driver_phone":     p.DriverTel,
	})
}

// Delivered tells the buyer that the parcel is there.
func (m *Mailer) Delivered(ctx context.Context, p Parcel) error {
	return m.send(ctx, "delivered", p, nil)
}
