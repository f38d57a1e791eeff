package main

import (
	"context"
	"net/http"
	"os"

	"services/set4/p40/profile"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	mux := http.NewServeMux()
	mux.Handle("PATCH /users/{user}", profile.NewHandler(cio, func(context.Context, string, profile.Patch) error { return nil }))
	_ = http.ListenAndServe(":8080", mux)
}
