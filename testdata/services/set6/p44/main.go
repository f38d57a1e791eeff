package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p44/account"
	"services/set6/p44/lifecycle"
)

func main() {
	site, key := os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")
	remote := lifecycle.NewRemote(
		&lifecycle.Suppressions{HC: &http.Client{Timeout: 10 * time.Second}, Site: site, Key: key},
		customerio.NewTrackClient(site, key),
	)
	svc := account.NewService(remote)
	http.HandleFunc("POST /account/close", func(w http.ResponseWriter, r *http.Request) {
		if err := svc.Close(r.Context(), r.Header.Get("X-Account")); err != nil {
			log.Println(err)
			http.Error(w, "we could not close the account yet", http.StatusServiceUnavailable)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
