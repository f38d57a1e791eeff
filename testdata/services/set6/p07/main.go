package main

import (
	"log"
	"net/http"
	"strconv"

	"services/set6/p07/config"
	"services/set6/p07/events"
)

func main() {
	cfg, err := config.Load()
	if err != nil {
		log.Fatal(err)
	}
	emitter := events.FromConfig(cfg.Messaging)
	srv := &http.Server{Addr: cfg.Addr, ReadTimeout: cfg.Timeout}
	http.HandleFunc("POST /sold/{buyer}", func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.FormValue("seats"))
		if err != nil {
			http.Error(w, "seats", http.StatusBadRequest)
			return
		}
		if err := emitter.TicketSold(r.Context(), r.PathValue("buyer"), n); err != nil {
			log.Println(err)
		}
	})
	log.Fatal(srv.ListenAndServe())
}
