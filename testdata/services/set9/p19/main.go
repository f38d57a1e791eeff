package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"

	"services/set9/p19/charge"

	customerio "github.com/customerio/go-customerio/v3"
)

type denied struct{}

func (denied) Authorize(context.Context, string, int) error { return errors.New("do not honor") }

type booking struct {
	charger charge.Charger
	cio     *customerio.CustomerIO
}

func (b booking) pay(w http.ResponseWriter, r *http.Request) {
	var o charge.Order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	if err := b.charger.Charge(r.Context(), o); err != nil {
		data := map[string]any{"order_id": o.ID, "reason": err.Error()}
		if err := b.cio.TrackCtx(r.Context(), o.GuestID, "payment_failed", data); err != nil {
			log.Print(err)
		}
		http.Error(w, "payment failed", http.StatusPaymentRequired)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	b := booking{charge.Charger{Gateway: denied{}}, customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	http.HandleFunc("POST /pay", b.pay)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
