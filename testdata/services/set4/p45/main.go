package main

import (
	"context"
	"log"
	"net/url"
	"os"

	"services/set4/p45/login"
	"services/set4/p45/transactional"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	base, err := url.Parse(os.Getenv("PUBLIC_URL"))
	if err != nil {
		log.Fatal(err)
	}
	l := login.Logins{Base: base, Channel: transactional.App{API: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY"))}}
	if err := l.ByEmail(context.Background(), os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}
