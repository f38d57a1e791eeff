// Command p43 gives credits.
package main

import (
	"bytes"
	"log"
	"net/http"
	"os"

	"services/set7/p43/authn"
	"services/set7/p43/credits"
)

func main() {
	key, err := os.ReadFile(os.Getenv("SIGNING_KEY_FILE"))
	if err != nil {
		log.Fatal(err)
	}
	auth, err := authn.NewCustomerIO(bytes.TrimSpace(key))
	if err != nil {
		log.Fatal(err)
	}
	bank := &credits.Bank{Auth: auth}
	http.HandleFunc("POST /hooks/cio", bank.Webhook)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
