package main

import (
	"context"
	"net/http"
	"os"
	"sync"

	"services/set4/p34/account"
	"services/set4/p34/processors/cio"
	"services/set4/p34/processors/files"

	customerio "github.com/customerio/go-customerio/v3"
)

type users struct{ sync.Map }

func (u *users) Remove(_ context.Context, id string) error { u.Delete(id); return nil }

func main() {
	closer := account.NewCloser(new(users),
		files.Processor{Root: "/srv/uploads"},
		cio.New(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))),
	)
	http.HandleFunc("DELETE /me", func(w http.ResponseWriter, r *http.Request) {
		if err := closer.Close(r.Context(), r.Header.Get("X-User")); err != nil {
			http.Error(w, "please try again", http.StatusInternalServerError)
		}
	})
	_ = http.ListenAndServe(":8080", nil)
}
