package main

import (
	"errors"
	"log"
	"net/http"
	"os"

	"services/set9/p33/session"
	"services/set9/p33/usage"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	rec := usage.NewRecorder(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))
	export := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := rec.Feature(r.Context(), "export"); err != nil {
			log.Print(err)
		}
		w.WriteHeader(http.StatusAccepted)
	})
	resolve := func(token string) (session.Session, error) { return session.Session{}, errors.New("unknown") }
	http.Handle("POST /export", session.Middleware(resolve, export))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
