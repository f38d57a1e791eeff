// Command p51 duns.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p51/broadcast"
	"services/set7/p51/dunning"
	"services/set7/p51/ledger"
)

func main() {
	var items []ledger.Item
	if err := json.NewDecoder(os.Stdin).Decode(&items); err != nil {
		log.Fatal(err)
	}
	run := &dunning.Run{
		Grace:  14 * 24 * time.Hour,
		Mailer: broadcast.New(customerio.NewAPIClient(os.Getenv("CUSTOMERIO_APP_API_KEY")), 7),
	}
	id, err := run.Do(context.Background(), items)
	if err != nil {
		log.Fatal(err)
	}
	log.Println("trigger", id)
}
