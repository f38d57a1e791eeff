// Command p55 migrates members.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p55/cio"
	"services/set7/p55/members"
	"services/set7/p55/migrate"
)

func main() {
	var list []members.Member
	if err := json.NewDecoder(os.Stdin).Decode(&list); err != nil {
		log.Fatal(err)
	}
	var d cio.Directory
	d.Client = customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	err := migrate.All(context.Background(), &d, list)
	if err != nil {
		log.Fatal(err)
	}
}
