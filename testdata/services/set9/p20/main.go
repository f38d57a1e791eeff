package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"

	"services/set9/p20/debit"

	customerio "github.com/customerio/go-customerio/v3"
)

type tuition struct {
	FamilyID string
	IBAN     string
	Cents    int
	Term     string
}

func collect(cio *customerio.CustomerIO, t tuition) error {
	err := debit.Collect(t.IBAN, t.Cents)
	if err == nil {
		return cio.Track(t.FamilyID, "tuition_paid", map[string]any{"term": t.Term, "cents": t.Cents})
	}
	code := debit.CodeOf(err)
	if terr := cio.Track(t.FamilyID, "tuition_failed", map[string]any{"term": t.Term, "code": code.String()}); terr != nil {
		log.Print(terr)
	}
	return fmt.Errorf("term %s: %w", t.Term, err)
}

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	dec := json.NewDecoder(os.Stdin)
	for dec.More() {
		var t tuition
		if err := dec.Decode(&t); err != nil {
			log.Fatal(err)
		}
		if err := collect(cio, t); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
}
