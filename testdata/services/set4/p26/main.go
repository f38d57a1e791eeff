package main

import (
	"log"
	"net/http"
	"os"

	"services/set4/p26/inbound"
	"services/set4/p26/suppressions"
)

func main() {
	mux := http.NewServeMux()
	if err := inbound.Mount(mux, os.Getenv("CIO_SIGNING_KEY"), new(suppressions.List)); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", mux))
}
