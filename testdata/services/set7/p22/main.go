// Command p22 sends one template to one passenger.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p22/flight"
	"services/set7/p22/post"
	"services/set7/p22/templates"
)

func main() {
	var p flight.Passenger
	if err := json.NewDecoder(os.Stdin).Decode(&p); err != nil {
		log.Fatal(err)
	}
	office := post.Open(customerio.NewAPIClient(os.Getenv("CUSTOMERIO_APP_API_KEY")), templates.All)
	if err := office.Send(context.Background(), os.Args[1], p); err != nil {
		log.Fatal(err)
	}
}
