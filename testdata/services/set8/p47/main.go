package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"time"

	"services/set8/p47/events"
	"services/set8/p47/visit"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var v visit.Visit
	if err := json.NewDecoder(os.Stdin).Decode(&v); err != nil {
		log.Fatal(err)
	}
	if err := events.Ended(ctx, v); err != nil {
		log.Fatal(err)
	}
}
