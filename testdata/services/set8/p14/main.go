package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"services/set8/p14/gdpr"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	site, key := os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")
	e := &gdpr.Eraser{
		HTTP:   &http.Client{Timeout: 10 * time.Second},
		Site:   site,
		Key:    key,
		Client: customerio.NewTrackClient(site, key),
	}
	http.HandleFunc("POST /erasures/{id}", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 20*time.Second)
		defer cancel()
		if err := e.Erase(ctx, r.PathValue("id")); err != nil {
			log.Print(err)
			http.Error(w, "try again", http.StatusBadGateway)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe(":9000", nil))
}
