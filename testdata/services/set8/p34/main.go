package main

import (
	"log"
	"net/http"
	"net/url"
	"os"

	"services/set8/p34/accounts"
	"services/set8/p34/cio"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	a := &accounts.Accounts{
		Mailer:  cio.Mailer{App: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY"))},
		Auditor: cio.Auditor{Track: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))},
		Base:    url.URL{Scheme: "https", Host: "sellers.example", Path: "/reset"},
	}
	http.HandleFunc("POST /forgot", func(w http.ResponseWriter, r *http.Request) {
		if err := a.Forgot(r.Context(), r.FormValue("seller"), r.FormValue("email")); err != nil {
			log.Print("reset failed")
		}
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
