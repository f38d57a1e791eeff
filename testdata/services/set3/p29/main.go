// Command door lets people in.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p29/auth"
	"services/set3/p29/users"
)

func main() {
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	svc := &auth.Service{Checker: users.Fixed{}}
	svc.Hooks = auth.Hooks{
		OnLogin: client.IdentifyCtx,
		OnFailed: func(_ context.Context, user string) {
			log.Printf("denied: %d letters", len(user))
		},
	}
	http.HandleFunc("POST /login", func(w http.ResponseWriter, r *http.Request) {
		user, secret, ok := r.BasicAuth()
		if !ok || svc.Login(r, user, secret) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
