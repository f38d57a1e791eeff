// Command p39 takes deletion requests.
package main

import (
	"log"
	"log/slog"
	"net/http"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p39/privacy"
	"services/set7/p39/trackv1"
)

func main() {
	site, key := os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")
	officer := privacy.NewOfficer(
		customerio.NewTrackClient(site, key),
		&trackv1.Client{SiteID: site, APIKey: key, HTTP: &http.Client{Timeout: 10 * time.Second}},
		slog.Default(),
	)
	http.HandleFunc("DELETE /people/{id}", func(w http.ResponseWriter, r *http.Request) {
		if err := officer.Forget(r.Context(), r.PathValue("id")); err != nil {
			http.Error(w, "not yet", http.StatusBadGateway)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}
