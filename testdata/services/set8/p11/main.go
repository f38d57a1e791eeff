package main

import (
	"log"
	"net/http"
	"os"

	"services/set8/p11/delivery"
)

type logger struct{}

func (logger) Record(o delivery.Outcome) error {
	log.Println(o.EventID, o.Metric)
	return nil
}

func main() {
	hook, err := delivery.NewHook(os.Getenv("CIO_SIGNING_KEY"), logger{})
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("POST /webhooks/customerio", hook)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
