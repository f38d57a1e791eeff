package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"services/set9/p41/courier"
	"services/set9/p41/push"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	reg := push.Registry{Client: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	app := courier.NewApp(courier.Hooks{OnDevice: reg.Add})
	http.HandleFunc("PUT /couriers/{id}/device", func(w http.ResponseWriter, r *http.Request) {
		var d courier.Device
		if err := json.NewDecoder(r.Body).Decode(&d); err != nil {
			http.Error(w, "json", http.StatusBadRequest)
			return
		}
		d.LastIP = r.Header.Get("X-Real-IP")
		if err := app.Register(r.Context(), r.PathValue("id"), d); err != nil {
			log.Print(err)
			http.Error(w, "failed", http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
