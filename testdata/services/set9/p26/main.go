package main

import (
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"services/set9/p26/prefs"

	"github.com/ciolint/ciolint/runtime/webhook"
)

func run() error {
	key, err := os.ReadFile(os.Getenv("SIGNING_KEY_FILE"))
	if err != nil {
		return err
	}
	v, err := webhook.NewVerifier(strings.TrimSpace(string(key)))
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("POST /webhooks/customerio", v.Events(prefs.Consumer(&prefs.Memory{})))
	srv := &http.Server{Addr: ":8443", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	return srv.ListenAndServe()
}

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}
