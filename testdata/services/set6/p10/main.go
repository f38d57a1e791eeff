package main

import (
	"log"
	"net/http"
	"os"

	"services/set6/p10/hooks"
	"services/set6/p10/signature"
)

type prefs map[string]bool

func (p prefs) Unsubscribe(id string) error { p[id] = false; return nil }

func main() {
	checker, err := signature.NewChecker(os.Getenv("CIO_WEBHOOK_SECRET"))
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("POST /webhooks/customerio", hooks.Handler(checker, prefs{}))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
