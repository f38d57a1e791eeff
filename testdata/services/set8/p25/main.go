package main

import (
	"errors"
	"log"
	"net/http"
	"os"

	"services/set8/p25/authn"
	"services/set8/p25/usage"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	t := &usage.Tracker{C: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	auth := authn.Middleware(func(token string) (string, string, error) {
		if token == "" {
			return "", "", errors.New("no token")
		}
		return "u1", "acme", nil
	})
	mux := http.NewServeMux()
	mux.HandleFunc("POST /reports", func(w http.ResponseWriter, r *http.Request) {
		if err := t.Used(r.Context(), "reports"); err != nil {
			log.Print(err)
		}
		w.WriteHeader(http.StatusAccepted)
	})
	log.Fatal(http.ListenAndServe(":8080", auth(mux)))
}
