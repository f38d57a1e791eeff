package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set9/p13/accounts"
	"services/set9/p13/nightly"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	var list []accounts.Account
	if err := json.NewDecoder(os.Stdin).Decode(&list); err != nil {
		log.Fatal(err)
	}
	s := nightly.Sync{
		Client:  customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
		OnError: func(holder string, err error) { log.Println(holder, err) },
	}
	log.Println(s.Run(context.Background(), list), "synced")
}
