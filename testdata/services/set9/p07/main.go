package main

import (
	"log"
	"net/http"

	"services/set9/p07/config"

	customerio "github.com/customerio/go-customerio/v3"
)

type freightAPI struct{ track *customerio.CustomerIO }

func (f *freightAPI) quote(w http.ResponseWriter, r *http.Request) {
	shipper := r.PathValue("shipper")
	if err := f.track.TrackCtx(r.Context(), shipper, "quote_requested", map[string]any{"lane": r.FormValue("lane") != "", "channel": "api"}); err != nil {
		log.Print(err)
	}
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	cfg := config.Load()
	api := &freightAPI{
		track: customerio.NewTrackClient(cfg.Messaging.SiteID, cfg.Messaging.APIKey,
			customerio.WithHTTPClient(&http.Client{Timeout: cfg.Messaging.Timeout})),
	}
	http.HandleFunc("POST /shippers/{shipper}/quotes", api.quote)
	log.Fatal(http.ListenAndServe(cfg.Addr, nil))
}
