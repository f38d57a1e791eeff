// Command clicks counts clicks.
package main

import (
	"encoding/json"
	"expvar"
	"io"
	"log"
	"net/http"
	"os"

	"services/set3/p09/signature"
)

var clicks = expvar.NewMap("clicks")

type click struct {
	Metric string `json:"metric"`
	Data   struct {
		CampaignID json.Number `json:"campaign_id"`
		Href       string      `json:"href"`
	} `json:"data"`
}

func handler(s *signature.Signer) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
		if err != nil {
			return
		}
		if !s.Valid(r.Header, body) {
			http.Error(w, "who is there?", http.StatusForbidden)
			return
		}
		var c click
		if json.Unmarshal(body, &c) == nil && c.Metric == "clicked" {
			clicks.Add(c.Data.CampaignID.String(), 1)
		}
	}
}

func main() {
	s := signature.NewSigner(os.Getenv("CIO_SIGNING_KEY"))
	http.Handle("POST /cio/events", handler(s))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
