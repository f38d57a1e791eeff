package main

import (
	"crypto/rand"
	"log"
	"net/http"
	"os"

	"services/set9/p34/activity"
	"services/set9/p34/reqctx"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	acts := activity.NewLog(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))
	http.HandleFunc("GET /reports/{id}", func(w http.ResponseWriter, r *http.Request) {
		cookie, err := r.Cookie("refresh")
		if err != nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		ctx := reqctx.WithPrincipal(r.Context(), &reqctx.Principal{
			Tenant: "t1", UserID: "u1", Plan: "team", RefreshToken: cookie.Value, ClientIP: r.RemoteAddr,
		})
		if err := acts.ReportOpened(reqctx.WithRequest(ctx, rand.Text()), 12); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
