package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"services/set8/p48/push"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	http.HandleFunc("PUT /couriers/{id}/phone", func(w http.ResponseWriter, r *http.Request) {
		var p push.Phone
		if err := json.NewDecoder(r.Body).Decode(&p); err != nil {
			http.Error(w, "phone", http.StatusBadRequest)
			return
		}
		p.CourierID = r.PathValue("id")
		if err := push.Register(r.Context(), c, p); err != nil {
			log.Print(err)
			http.Error(w, "upstream", http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
