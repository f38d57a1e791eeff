package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"services/set8/p40/inbox"
	"services/set8/p40/router"

	"github.com/ciolint/ciolint/runtime/webhook"
)

func main() {
	verifier, err := webhook.NewVerifier(os.Getenv("CIO_SIGNING_KEY"))
	if err != nil {
		log.Fatal(err)
	}
	root := router.New()
	hooks := root.Sub("/hooks")
	hooks.Post("/customerio", verifier.Events(new(inbox.Counter).Handle))
	s := &http.Server{Addr: ":8080", Handler: root, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(s.ListenAndServe())
}
