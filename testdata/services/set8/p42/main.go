package main

import (
	"log"
	"net/http"

	"services/set8/p42/config"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	cfg, err := config.Load()
	if err != nil {
		log.Fatal(err)
	}
	region := customerio.RegionUS
	if cfg.Region == "eu" {
		region = customerio.RegionEU
	}
	c := customerio.NewTrackClient(cfg.SiteID, cfg.APIKey, customerio.WithRegion(region))
	http.HandleFunc("POST /visitors/{visitor}/tickets", func(w http.ResponseWriter, r *http.Request) {
		if err := c.TrackCtx(r.Context(), r.PathValue("visitor"), "ticket_sold", map[string]any{"tickets": 1, "online": true}); err != nil {
			http.Error(w, "track", http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(cfg.Addr, nil))
}
