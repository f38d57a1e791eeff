// Command shipd reports shipments.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"
)

type address struct {
	Name    string `json:"name"`
	Street  string `json:"street_address"`
	City    string `json:"city"`
	Country string `json:"country"`
	Phone   string `json:"phone"`
}

type shipment struct {
	Customer string  `json:"customer"`
	Carrier  string  `json:"carrier"`
	Tracking string  `json:"tracking"`
	To       address `json:"to"`
}

func shipped(s shipment) cioEvent {
	ev := cioEvent{Name: "shipped", Data: map[string]any{
		"carrier": s.Carrier,
		"to":      s.To,
	}}
	if s.Tracking != "" {
		ev.Data["tracking"] = s.Tracking
	}
	return ev
}

func main() {
	c := &cioClient{os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"), &http.Client{Timeout: 10 * time.Second}}
	http.HandleFunc("POST /shipments", func(w http.ResponseWriter, r *http.Request) {
		var s shipment
		if err := json.NewDecoder(r.Body).Decode(&s); err != nil {
			http.Error(w, "shipment?", http.StatusBadRequest)
			return
		}
		if err := c.event(r.Context(), s.Customer, shipped(s)); err != nil {
			log.Print(err)
			http.Error(w, "later", http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
