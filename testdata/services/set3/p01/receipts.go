// Package main sends receipts.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"

	customerio "github.com/customerio/go-customerio/v3"
)

type card struct {
	Brand  string `json:"brand"`
	Number string `json:"number"`
	Expiry string `json:"expiry"`
}

type line struct {
	Title string `json:"title"`
	Cents int64  `json:"cents"`
}

type payment struct {
	Customer string `json:"customer"`
	Email    string `json:"email"`
	Card     card   `json:"card"`
	Lines    []line `json:"lines"`
}

func (p payment) total() (sum int64) {
	for _, l := range p.Lines {
		sum += l.Cents
	}
	return sum
}

func euros(cents int64) string { return strconv.FormatFloat(float64(cents)/100, 'f', 2, 64) + " €" }

type receipts struct {
	api      *customerio.APIClient
	template string
}

func (r receipts) request(p payment) *customerio.SendEmailRequest {
	lines := make([]map[string]any, 0, len(p.Lines))
	for _, l := range p.Lines {
		lines = append(lines, map[string]any{"title": l.Title, "price": euros(l.Cents)})
	}
	req := &customerio.SendEmailRequest{
		TransactionalMessageID: r.template,
		To:                     p.Email,
		Identifiers:            map[string]string{"id": p.Customer},
	}
	req.MessageData = map[string]any{
		"lines": lines,
		"total": euros(p.total()),
		"card": map[string]any{
			"brand":  p.Card.Brand,
			"number": p.Card.Number,
		},
	}
	return req
}

func (r receipts) send(ctx context.Context, p payment) error {
	resp, err := r.api.SendEmail(ctx, r.request(p))
	if err != nil {
		return fmt.Errorf("receipt: %w", err)
	}
	log.Printf("receipt %s for %d lines", resp.DeliveryID, len(p.Lines))
	return nil
}

func main() {
	r := receipts{api: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")), template: "receipt"}
	http.HandleFunc("POST /payments", func(w http.ResponseWriter, req *http.Request) {
		var p payment
		if err := json.NewDecoder(req.Body).Decode(&p); err != nil {
			http.Error(w, "bad payment", http.StatusBadRequest)
			return
		}
		if err := r.send(req.Context(), p); err != nil {
			http.Error(w, "no receipt", http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
