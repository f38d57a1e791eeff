package main

import (
	"log"
	"log/slog"
	"net/http"
	"os"

	"services/set4/p28/api"
	"services/set4/p28/sigcheck"
)

func main() {
	checker, err := sigcheck.New(os.Getenv("CIO_SIGNING_KEY"))
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", api.New(checker, slog.Default()).Routes()))
}
