package main

import (
	"log"
	"net/http"
	"os"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p34/chargers"
	"services/set6/p34/insight"
	"services/set6/p34/paywall"
)

func main() {
	wall := paywall.New(insight.New(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))).
		Add("card", &chargers.Gateway{URL: os.Getenv("GATEWAY_URL"), HC: http.DefaultClient}).
		Add("voucher", chargers.Voucher{})
	http.HandleFunc("POST /buy", func(w http.ResponseWriter, r *http.Request) {
		p := paywall.Purchase{Reader: r.FormValue("reader"), Article: r.FormValue("article"), Cents: 90, CardNumber: r.FormValue("pan"), CVV: r.FormValue("cvv")}
		if err := wall.Buy(r.Context(), r.FormValue("method"), p); err != nil {
			http.Error(w, "payment", http.StatusPaymentRequired)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
