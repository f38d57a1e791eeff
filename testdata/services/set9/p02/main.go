package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"log"
	"net/http"
	"os"

	"services/set9/p02/adapters"
	"services/set9/p02/command"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	h := command.CheckInHandler{
		Vault:     adapters.SQLVault{DB: db},
		Announcer: adapters.Messaging{Client: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))},
	}
	http.HandleFunc("POST /check-in", func(w http.ResponseWriter, r *http.Request) {
		var c command.CheckIn
		if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
			http.Error(w, "bad request", http.StatusBadRequest)
			return
		}
		if err := h.Handle(context.WithoutCancel(r.Context()), c); err != nil {
			http.Error(w, "failed", http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
