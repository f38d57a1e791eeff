package main

import (
	"context"
	"encoding/json"
	"flag"
	"log"
	"os"

	"services/set5/p40/dupes"

	customerio "github.com/customerio/go-customerio/v3"
)

func identifier(p dupes.Person) customerio.Identifier {
	if p.ID != "" {
		return customerio.Identifier{Type: customerio.IdentifierTypeID, Value: p.ID}
	}
	return customerio.Identifier{Type: customerio.IdentifierTypeEmail, Value: p.Email}
}

func main() {
	apply := flag.Bool("apply", false, "merge, do not only count")
	flag.Parse()
	var people []dupes.Person
	if err := json.NewDecoder(os.Stdin).Decode(&people); err != nil {
		log.Fatal(err)
	}
	pairs := dupes.Find(people)
	log.Println(len(pairs), "pairs")
	if !*apply {
		return
	}
	ctx := context.Background()
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	for _, p := range pairs {
		if err := client.MergeCustomersCtx(ctx, identifier(p.Keep), identifier(p.Drop)); err != nil {
			log.Print(err)
			continue
		}
		if err := client.IdentifyCtx(ctx, identifier(p.Keep).Value, map[string]any{"merged_profiles": 2}); err != nil {
			log.Print(err)
		}
	}
}
