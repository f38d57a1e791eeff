// Command p23 resets a password.
package main

import (
	"context"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p23/account"
	"services/set7/p23/mailbox"
)

type tokens map[string]time.Time

func (t tokens) Save(userID, token string, until time.Time) error {
	t[userID+"/"+token] = until
	return nil
}

func main() {
	var post account.Postman = mailbox.Transactional{API: customerio.NewAPIClient(os.Getenv("CUSTOMERIO_APP_API_KEY"))}
	if os.Getenv("OBSERVE") == "1" {
		track := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
		post = mailbox.Observed{Next: post, Track: track}
	}
	if err := account.NewRecovery(post, tokens{}).Request(context.Background(), os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}
