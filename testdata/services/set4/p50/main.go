package main

import (
	"context"
	"log"
	"os"

	"services/set4/p50/audit"
	"services/set4/p50/messenger"
	"services/set4/p50/onboarding"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	f, err := os.OpenFile("audit.log", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	flow := onboarding.Flow{Auditor: audit.To(f), Messenger: messenger.New(messenger.Using(cio))}
	if err := flow.Accept(context.Background(), onboarding.Client{ID: os.Args[1], Branch: "north"}); err != nil {
		log.Fatal(err)
	}
}
