package main

import (
	"log"
	"net/http"
	"os"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p31/fleet"
	"services/set6/p31/segment"
)

func main() {
	w := segment.NewWriter(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")), os.Getenv("CITY"))
	on := fleet.Onboarding{
		Publish: w.Write,
		Approve: func(d fleet.Driver) bool { return d.Rating == 0 || d.Rating > 3.5 },
	}
	http.HandleFunc("POST /drivers", func(rw http.ResponseWriter, r *http.Request) {
		d := fleet.Driver{ID: r.FormValue("id"), FirstName: r.FormValue("name"), LicenceNumber: r.FormValue("licence")}
		if err := on.Complete(r.Context(), d); err != nil {
			http.Error(rw, err.Error(), http.StatusConflict)
			return
		}
		rw.WriteHeader(http.StatusCreated)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
