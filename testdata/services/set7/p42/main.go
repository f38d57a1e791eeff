// Command p42 hears of tickets.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"github.com/ciolint/ciolint/runtime/webhook"

	"services/set7/p42/deliver"
	"services/set7/p42/tickets"
)

func main() {
	v, err := webhook.NewVerifier(os.Getenv("CIO_SIGNING_KEY"))
	if err != nil {
		log.Fatal(err)
	}
	var box tickets.Box
	d := deliver.Dispatcher{}.
		On("delivered", deliver.HandlerFunc(box.Delivered)).
		On("bounced", deliver.HandlerFunc(box.Reprint))
	mux := http.NewServeMux()
	mux.Handle("POST /webhooks/customerio", v.Events(d.Dispatch))
	s := &http.Server{Addr: ":8443", Handler: mux, ReadHeaderTimeout: 5 * time.Second, WriteTimeout: 30 * time.Second}
	log.Fatal(s.ListenAndServe())
}
