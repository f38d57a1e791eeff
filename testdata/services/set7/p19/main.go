// Command p19 takes claims.
package main

import (
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p19/claims"
	"services/set7/p19/intake"
)

func main() {
	queue := make(chan claims.Claim, 64)
	go func() {
		for c := range queue {
			log.Println("claim", c.Number, "fast:", c.Fast())
		}
	}()
	http.Handle("POST /claims", intake.Handler{
		CIO:   customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")),
		Queue: queue,
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
