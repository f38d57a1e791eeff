package main

import (
	"context"
	"log"
	"net/http"
	"net/url"
	"os"
	"time"

	"services/set5/p26/account"
	"services/set5/p26/mail"

	customerio "github.com/customerio/go-customerio/v3"
)

type users map[string]account.User

func (u users) ByEmail(_ context.Context, email string) (account.User, error) {
	if found, ok := u[email]; ok {
		return found, nil
	}
	return account.User{}, account.ErrUnknown
}

func (u users) SaveReset(context.Context, string, string, time.Time) error { return nil }

func main() {
	base, err := url.Parse(os.Getenv("PUBLIC_URL"))
	if err != nil {
		log.Fatal(err)
	}
	mailer := mail.NewTransactional(customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")), "password_reset")
	r := &account.Resetter{Users: users{}, Send: mailer.Deliver, Base: base}
	http.HandleFunc("POST /forgot", func(w http.ResponseWriter, req *http.Request) {
		if err := r.Start(req.Context(), req.FormValue("email")); err != nil {
			log.Print(err)
		}
		w.WriteHeader(http.StatusAccepted)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
