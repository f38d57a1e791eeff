// Command p24 is the identity service.
package main

import (
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p24/directory"
	"services/set7/p24/identity"
)

func main() {
	svc, err := identity.New(
		directory.Static{"pat@example.com": "u_1"},
		os.Getenv("BASE_URL"),
		customerio.NewAPIClient(os.Getenv("CUSTOMERIO_APP_API_KEY")),
		customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")),
	)
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("POST /forgot", func(w http.ResponseWriter, r *http.Request) {
		if err := svc.Forgot(r.Context(), r.FormValue("email")); err != nil {
			log.Print(err)
		}
		w.WriteHeader(http.StatusAccepted)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
