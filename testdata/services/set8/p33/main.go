package main

import (
	"context"
	"crypto/rand"
	"os"

	"services/set8/p33/analytics"
	"services/set8/p33/login"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	svc := &login.Service{Make: func() string { return rand.Text()[:8] }}
	l := analytics.New(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))
	svc.Topic.Subscribe(l.Challenged)
	svc.Challenge(context.Background(), "u1", "email")
}
