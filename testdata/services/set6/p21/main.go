package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p21/mailer"
	"services/set6/p21/payout"
)

func main() {
	svc := payout.New(&mailer.Transactional{API: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY"))})
	var list []payout.Payout
	if err := json.NewDecoder(os.Stdin).Decode(&list); err != nil {
		log.Fatal(err)
	}
	for _, p := range list {
		if err := svc.Announce(context.Background(), p); err != nil {
			log.Println(p.Host, err)
		}
	}
}
