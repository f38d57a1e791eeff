package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"services/set5/p44/gdpr"
	"services/set5/p44/workspace"
)

type receipts struct{ *log.Logger }

func (r receipts) Issue(_ context.Context, ticket string) error {
	r.Println("done:", ticket)
	return nil
}

func main() {
	ws := workspace.Open(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	erase := gdpr.NewRightToErasure(ws, ws, receipts{log.New(os.Stdout, "receipt ", log.LstdFlags)})
	http.HandleFunc("DELETE /tickets/{ticket}/people/{id}", func(w http.ResponseWriter, r *http.Request) {
		if err := erase.Exercise(r.Context(), r.PathValue("ticket"), r.PathValue("id")); err != nil {
			log.Print(err)
			http.Error(w, "not erased", http.StatusBadGateway)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:8099", nil))
}
