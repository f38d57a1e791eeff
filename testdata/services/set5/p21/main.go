package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"services/set5/p21/crm"
	"services/set5/p21/trial"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	c := crm.New(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")), 3*time.Second)
	http.Handle("POST /trial", trial.Handler{Profiles: c})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
