// Command p50 delays a performance.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p50/plays"
)

func main() {
	by := flag.Duration("by", 15*time.Minute, "how long")
	campaign := flag.Int("campaign", 12, "which broadcast")
	flag.Parse()
	var p plays.Performance
	if err := json.NewDecoder(os.Stdin).Decode(&p); err != nil {
		log.Fatal(err)
	}
	h := &plays.House{API: customerio.NewAPIClient(os.Getenv("CUSTOMERIO_APP_API_KEY")), Campaign: *campaign}
	if err := h.Delay(context.Background(), &p, *by); err != nil {
		log.Fatal(err)
	}
}
