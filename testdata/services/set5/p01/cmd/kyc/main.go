package main

import (
	"context"
	"log"
	"os"

	"services/set5/p01/internal/marketing"
	"services/set5/p01/internal/onboarding"
	"services/set5/p01/internal/store"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	applicants, err := store.Read(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	svc := onboarding.New(applicants, marketing.NewGateway(client))
	for _, id := range os.Args[1:] {
		if err := svc.Approve(context.Background(), id); err != nil {
			log.Println(id, err)
		}
	}
}
