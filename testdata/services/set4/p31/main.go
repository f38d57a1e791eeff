package main

import (
	"net/http"
	"os"

	"services/set4/p31/stripehook"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	cio := customerio.NewCustomerIO(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	http.Handle("POST /webhooks/stripe", stripehook.Handler{
		Secret: []byte(os.Getenv("STRIPE_SECRET")),
		OnPaid: func(p stripehook.Paid) error {
			return cio.Track(p.Customer, "invoice_paid", map[string]any{"amount": p.Amount, "currency": p.Currency})
		},
	})
	_ = http.ListenAndServe(":4242", nil)
}
