package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"sync"

	"services/set5/p10/hooks"
	"services/set5/p10/sig"
)

type list struct {
	mu  sync.Mutex
	out map[string]bool
}

func (l *list) Unsubscribe(_ context.Context, customer string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.out[customer] = true
	return nil
}

func main() {
	check, err := sig.NewChecker(os.Getenv("WEBHOOK_KEY"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	hooks.Routes(mux, check, &list{out: map[string]bool{}})
	log.Fatal(http.ListenAndServe(":8088", mux))
}
