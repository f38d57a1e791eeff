package main

import (
	"encoding/json"
	"log"
	"net"
	"net/http"
	"os"

	"services/set5/p41/analytics"
	"services/set5/p41/stages"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	pipe := analytics.New(client).Use(stages.Clean, stages.Client)
	http.HandleFunc("POST /hit", func(w http.ResponseWriter, r *http.Request) {
		host, _, _ := net.SplitHostPort(r.RemoteAddr)
		h := analytics.Hit{Visitor: r.Header.Get("X-Visitor"), Name: "page_viewed", IPAddress: host, UserAgent: r.UserAgent()}
		if err := json.NewDecoder(r.Body).Decode(&h.Props); err != nil {
			http.Error(w, "json", http.StatusBadRequest)
			return
		}
		if err := pipe.Send(r.Context(), h); err != nil {
			log.Print(err)
		}
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
