package main

import (
	"context"
	"log"
	"os"

	"services/set5/p38/audit"
	"services/set5/p38/claims"
	"services/set5/p38/tell"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	file, err := audit.Open("decisions.jsonl")
	if err != nil {
		log.Fatal(err)
	}
	desk := &claims.Desk{OnError: func(o string, err error) { log.Println(o, err) }}
	desk.Observe("audit", file.Record)
	desk.Observe("insured", tell.Insured(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))))
	desk.Decide(context.Background(), claims.Claim{Number: "C-7", Insured: "i-9", Diagnosis: os.Getenv("DIAGNOSIS")}, true)
}
