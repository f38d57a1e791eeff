// Command statements sends monthly statements.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"html/template"
	"log"
	"os"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

type account struct {
	Owner  string `json:"owner"`
	Email  string `json:"email"`
	IBAN   string `json:"iban"`
	Cents  int64  `json:"cents"`
	Closed bool   `json:"closed"`
}

// view is what a template sees.
type view struct {
	Month   string
	Balance float64
	Ending  string
}

func (a account) view(month string) view {
	v := view{Month: month, Balance: float64(a.Cents) / 100}
	if n := len(a.IBAN); n > 4 {
		v.Ending = "…" + a.IBAN[n-4:]
	}
	return v
}

var body = template.Must(template.New("statement").Parse(
	`<p>Your statement of {{.Month}} for the account ending in {{.Ending}}: {{printf "%.2f" .Balance}} EUR.</p>`))

type statements struct {
	api   *customerio.APIClient
	month string
	keep  *json.Encoder
}

func (s *statements) send(ctx context.Context, a account) error {
	if a.Closed {
		return errors.New("closed")
	}
	if err := s.keep.Encode(a); err != nil {
		return err
	}
	var b strings.Builder
	if err := body.Execute(&b, a.view(s.month)); err != nil {
		return err
	}
	_, err := s.api.SendEmail(ctx, &customerio.SendEmailRequest{
		To:          a.Email,
		From:        "bank@example.com",
		Subject:     "Statement " + s.month,
		Body:        b.String(),
		Identifiers: map[string]string{"id": a.Owner},
	})
	return err
}

func main() {
	ledger, err := os.Create("statements.jsonl")
	if err != nil {
		log.Fatal(err)
	}
	defer ledger.Close()
	s := &statements{customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")), os.Args[1], json.NewEncoder(ledger)}
	for dec := json.NewDecoder(os.Stdin); dec.More(); {
		var a account
		if err := dec.Decode(&a); err != nil {
			log.Print(err)
			return
		}
		if err := s.send(context.Background(), a); err != nil {
			log.Printf("statement: %v", err)
		}
	}
}
