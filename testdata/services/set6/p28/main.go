package main

import (
	"log/slog"
	"net/http"
	"os"

	"github.com/ciolint/ciolint/runtime/webhook"
	"services/set6/p28/contacts"
	"services/set6/p28/handlers"
)

func run() error {
	verifier, err := webhook.NewVerifier(os.Getenv("CIO_SIGNING_KEY"))
	if err != nil {
		return err
	}
	rep := &handlers.Reporting{Contacts: &contacts.Table{}, Logger: slog.Default()}
	mux := http.NewServeMux()
	mux.Handle("POST /webhooks/customerio", verifier.Events(rep.Handle))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("ok")) })
	return http.ListenAndServe(":8080", mux)
}

func main() {
	if err := run(); err != nil {
		slog.Error("stopped", "err", err)
		os.Exit(1)
	}
}
