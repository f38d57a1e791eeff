package main

import (
	"context"
	"fmt"
	"os"

	"services/set4/p47/analytics"
	"services/set4/p47/loans"
	"services/set4/p47/scoring"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	desk := loans.NewDesk(scoring.Bureau(os.Getenv("BUREAU_URL")), analytics.Customerio{Client: cio})
	fmt.Println(desk.Apply(context.Background(), loans.Application{Customer: os.Args[1], Product: "car", Cents: 900_000}))
}
