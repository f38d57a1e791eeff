// Command p44 counts clicks.
package main

import (
	"log"
	"net/http"
	"os"

	"services/set7/p44/keyring"
	"services/set7/p44/station"
)

func main() {
	f, err := os.Open("/run/secrets/cio_signing_keys")
	if err != nil {
		log.Fatal(err)
	}
	ring, err := keyring.Read(f)
	f.Close()
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("POST /webhook/customerio", station.New(ring))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
