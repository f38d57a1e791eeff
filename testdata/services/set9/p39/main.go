package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set9/p39/broadcast"
	"services/set9/p39/statement"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	var cs []statement.Customer
	if err := json.NewDecoder(os.Stdin).Decode(&cs); err != nil {
		log.Fatal(err)
	}
	s := broadcast.New(customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")), 42)
	if err := s.Statements(context.Background(), cs); err != nil {
		log.Fatal(err)
	}
}
