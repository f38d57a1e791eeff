// Command p27 serves a notebook app.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p27/activity"
	"services/set7/p27/telemetry"
)

func main() {
	batcher := telemetry.NewBatcher(customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")))
	mux := http.NewServeMux()
	mux.HandleFunc("GET /notes/{id}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "note", r.PathValue("id"))
	})
	watch := activity.Middleware{
		User: func(r *http.Request) string {
			name, _, _ := r.BasicAuth()
			return name
		},
		Report: batcher.Enqueue,
		Skip:   []string{"/static/", "/healthz"},
	}
	log.Fatal(http.ListenAndServe(":8080", watch.Wrap(mux)))
}
