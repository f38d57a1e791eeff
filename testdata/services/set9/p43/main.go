package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set9/p43/letters"
	"services/set9/p43/post"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	office := post.NewOffice(customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")))
	dec := json.NewDecoder(os.Stdin)
	for dec.More() {
		var c letters.Citizen
		if err := dec.Decode(&c); err != nil {
			log.Fatal(err)
		}
		text, err := letters.Reminder(c)
		if err != nil {
			log.Fatal(err)
		}
		if err := office.Send(context.Background(), c.ID, c.Email, text); err != nil {
			log.Println(c.ID, err)
		}
	}
}
