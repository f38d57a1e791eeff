// Command prefs serves preferences.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"services/set7/p06/preferences"
)

type logRepo struct{}

func (logRepo) OptOut(id string) error { log.Printf("opt out %q", id); return nil }

func main() {
	key := os.Getenv("CUSTOMERIO_WEBHOOK_SIGNING_KEY")
	if key == "" {
		log.Fatal("CUSTOMERIO_WEBHOOK_SIGNING_KEY is not set")
	}
	mux := http.NewServeMux()
	preferences.NewHook([]byte(key), logRepo{}).Routes(mux)
	srv := &http.Server{Addr: ":8081", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(srv.ListenAndServe())
}
