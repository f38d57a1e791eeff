package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"

	"services/set8/p30/transfer"

	"github.com/customerio/go-customerio/v3"
)

type order struct {
	Customer      string `json:"customer"`
	AccountNumber string `json:"account_number"`
	Balance       int64  `json:"balance"`
	Cents         int64  `json:"cents"`
}

type tracker interface {
	TrackCtx(ctx context.Context, id, event string, data map[string]any, opts ...customerio.TrackOption) error
}

func handle(t tracker) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var o order
		if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
			http.Error(w, "order", http.StatusBadRequest)
			return
		}
		err := transfer.Do(o.AccountNumber, o.Balance, o.Cents)
		if err == nil {
			w.WriteHeader(http.StatusCreated)
			return
		}
		code := transfer.CodeOf(err)
		if terr := t.TrackCtx(r.Context(), o.Customer, "transfer_failed", map[string]any{"reason": code.String(), "retry": code != transfer.Blocked}); terr != nil {
			log.Print(terr)
		}
		http.Error(w, code.String(), http.StatusConflict)
	}
}

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	http.Handle("POST /transfers", handle(c))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
