package main

import (
	"context"
	"log"
	"os"

	"services/set5/p32/accounts"
	"services/set5/p32/cio"
	"services/set5/p32/dedupe"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	api := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	svc := &accounts.Service{
		Sync:     dedupe.Wrap(cio.NewSync(api, []byte(os.Getenv("PII_KEY")))),
		Accounts: map[string]*accounts.Account{"a1": {ID: "a1", Language: "de"}},
	}
	if err := svc.ChangePhone(context.Background(), os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}
