package main

import (
	"context"
	"log"
	"os"

	"services/set4/p19/cioadapter"
	"services/set4/p19/drivers"
	"services/set4/p19/store"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	repo := store.Memory[string, drivers.Driver]{}
	marketing := cioadapter.New(customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_KEY")))
	svc := drivers.NewService(repo, marketing)
	for _, id := range os.Args[1:] {
		if err := svc.Activate(context.Background(), id); err != nil {
			log.Print(err)
		}
	}
}
