package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

type stay struct {
	GuestID string    `json:"guest_id"`
	Email   string    `json:"email"`
	Hotel   string    `json:"hotel"`
	Arrival time.Time `json:"arrival"`
	Billing struct {
		Street string `json:"street"`
		City   string `json:"city"`
	} `json:"billing"`
}

type mailer struct {
	api  *customerio.APIClient
	from string
}

func (m *mailer) confirm(ctx context.Context, s stay) error {
	msg := customerio.SendEmailRequest{
		TransactionalMessageID: "stay_confirmed",
		Identifiers:            map[string]string{"id": s.GuestID},
		To:                     s.Email,
		From:                   m.from,
		MessageData: map[string]any{
			"hotel":   s.Hotel,
			"arrival": s.Arrival.Format(time.DateOnly),
			"billing": map[string]any{
				"street_address": s.Billing.Street,
				"city":           s.Billing.City,
			},
		},
	}
	_, err := m.api.SendEmail(ctx, &msg)
	return err
}

func (m *mailer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var s stay
	if err := json.NewDecoder(r.Body).Decode(&s); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if err := m.confirm(r.Context(), s); err != nil {
		log.Printf("confirm: %v", err)
		http.Error(w, "later", http.StatusServiceUnavailable)
	}
}

func main() {
	http.Handle("POST /stays", &mailer{api: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")), from: "hello@stays.example"})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
