// Command p25 is a web shop.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p25/jobs"
	"services/set7/p25/shop"
	"services/set7/p25/worker"
)

func main() {
	q := jobs.NewQueue(1000)
	w := worker.New(customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")))
	go q.Work(context.Background(), w.Do)
	s := &shop.Shop{Queue: q}
	http.HandleFunc("POST /checkout", func(rw http.ResponseWriter, r *http.Request) {
		var c shop.Checkout
		if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
			http.Error(rw, "bad basket", http.StatusBadRequest)
			return
		}
		if err := s.Buy(r.Context(), c); err != nil {
			http.Error(rw, err.Error(), http.StatusConflict)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
