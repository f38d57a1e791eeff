// Command accountd closes accounts.
package main

import (
	"database/sql"
	"log"
	"log/slog"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p14/account"
	"services/set3/p14/remove"
)

func main() {
	db, err := sql.Open("mysql", os.Getenv("DSN"))
	if err != nil {
		log.Fatal(err)
	}
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	closer := account.NewCloser(slog.Default(),
		remove.Table{DB: db, Query: "DELETE FROM people WHERE id = ?"},
		remove.Marketing{Client: client},
	)
	http.HandleFunc("DELETE /accounts/{id}", func(w http.ResponseWriter, r *http.Request) {
		if err := closer.Close(r.Context(), r.PathValue("id")); err != nil {
			http.Error(w, "not everywhere", http.StatusInternalServerError)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
