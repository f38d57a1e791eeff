package main

import (
	"context"
	"log"
	"os"

	"services/set9/p36/imports"
	"services/set9/p36/vendors"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	w := vendors.Writer{Client: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	failed, err := imports.Each(context.Background(), os.Stdin, 50, w)
	if err != nil {
		log.Fatal(err)
	}
	log.Println(failed, "failed")
}
