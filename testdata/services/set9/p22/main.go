package main

import (
	"context"
	"crypto/rand"
	"log"
	"net/url"
	"os"

	"services/set9/p22/invite"
	"services/set9/p22/mail"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	base, err := url.Parse(os.Getenv("BASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	inv := invite.New(base, mail.App{API: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY"))}, func() (string, error) {
		return rand.Text(), nil
	})
	if err := inv.Invite(context.Background(), os.Args[1], os.Args[2], "acme"); err != nil {
		log.Fatal(err)
	}
}
