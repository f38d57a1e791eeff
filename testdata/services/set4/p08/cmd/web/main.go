package main

import (
	"log"
	"net/http"
	"os"

	"services/set4/p08/audience"
	"services/set4/p08/signup"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"), customerio.WithRegion(customerio.RegionEU))
	form := signup.NewForm(audience.NewPrivate(audience.NewVendor(cio)))
	log.Fatal(http.ListenAndServe(":8080", form))
}
