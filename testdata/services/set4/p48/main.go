package main

import (
	"net/http"
	"os"

	"services/set4/p48/growth"
	"services/set4/p48/session"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	g := growth.New(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))
	m := session.Wrap(http.FileServer(http.Dir("public")))
	m.OnLogin = g.LoggedIn
	m.OnBlock = g.Blocked
	_ = http.ListenAndServe(":8080", m)
}
