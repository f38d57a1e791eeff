package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set8/p23/letters"
	"services/set8/p23/post"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	o := post.New(customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")))
	var c letters.Case
	if err := json.NewDecoder(os.Stdin).Decode(&c); err != nil {
		log.Fatal(err)
	}
	if err := o.Decide(context.Background(), c); err != nil {
		log.Fatal(err)
	}
}
