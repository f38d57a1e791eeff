package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/customerio/go-customerio/v3"
)

type address struct {
	Name   string `json:"name"`
	Street string `json:"street"`
	City   string `json:"city"`
	Phone  string `json:"phone"`
}

type checkoutRequest struct {
	CustomerID string  `json:"customer_id"`
	CartID     string  `json:"cart_id"`
	Total      float64 `json:"total"`
	Currency   string  `json:"currency"`
	ShipTo     address `json:"ship_to"`
}

type server struct {
	cio *customerio.CustomerIO
	log *log.Logger
}

func (s *server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /checkout", s.checkout)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	return s.logging(mux)
}

func (s *server) logging(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		next.ServeHTTP(w, r)
		s.log.Println(r.Method, r.URL.Path, time.Since(start))
	})
}

func (s *server) checkout(w http.ResponseWriter, r *http.Request) {
	var in checkoutRequest
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil || in.CustomerID == "" {
		http.Error(w, "invalid checkout", http.StatusUnprocessableEntity)
		return
	}
	props := map[string]any{
		"cart_id":  in.CartID,
		"total":    in.Total,
		"currency": in.Currency,
		"delivery": map[string]any{
			"city":  in.ShipTo.City,
			"phone": in.ShipTo.Phone,
		},
	}
	if err := s.cio.TrackCtx(r.Context(), in.CustomerID, "checkout_completed", props); err != nil {
		s.log.Println("track:", err)
	}
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	s := &server{
		cio: customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_KEY")),
		log: log.New(os.Stderr, "shop ", log.LstdFlags),
	}
	s.log.Fatal(http.ListenAndServe(":9000", s.routes()))
}
