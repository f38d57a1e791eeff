// Shop is a small service that tells Customer.io about its customers. It leaks
// in one place per kind of finding, and does the same right beside it: the
// functions that are right end in Safely.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/shop/internal/accounts"
	"example.com/shop/internal/notifications"
	"example.com/shop/internal/orders"
	"example.com/shop/internal/signup"
	"github.com/customerio/go-customerio/v3"
)

func main() {
	track := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_TRACK_API_KEY"))
	store := accounts.NewStore(track)

	mux := http.NewServeMux()
	mux.Handle("POST /signup", signup.NewHandler(track, store))
	mux.Handle("POST /orders", orders.NewHandler(track))
	mux.Handle("POST /password/reset", notifications.NewHandler(notifications.NewClientSafely(), store))
	log.Fatal(http.ListenAndServe(":8080", mux))
}
