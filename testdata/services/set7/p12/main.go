// Command p12 logs in by text message.
package main

import (
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p12/otp"
	"services/set7/p12/texts"
)

func main() {
	desk := &otp.Desk{
		Texter: &texts.Gateway{API: customerio.NewAPIClient(os.Getenv("CUSTOMERIO_APP_API_KEY")), Template: "login_code"},
		TTL:    10 * time.Minute,
	}
	http.HandleFunc("POST /login/start", func(w http.ResponseWriter, r *http.Request) {
		if err := desk.Start(r.Context(), r.FormValue("user"), r.FormValue("phone")); err != nil {
			http.Error(w, "try again", http.StatusBadGateway)
		}
	})
	http.HandleFunc("POST /login/finish", func(w http.ResponseWriter, r *http.Request) {
		if err := desk.Finish(r.FormValue("user"), r.FormValue("code")); errors.Is(err, otp.ErrWrong) {
			http.Error(w, "wrong code", http.StatusForbidden)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
