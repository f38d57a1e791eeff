// Command p05 serves the webhook.
package main

import (
	"log"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"sync"

	"services/set7/p05/hooks"
)

type memory struct {
	mu   sync.Mutex
	seen map[string]int
}

func (m *memory) MarkBounced(email string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.seen[strings.ToLower(email)]++
	return nil
}

func main() {
	key, err := os.ReadFile("/run/secrets/cio_webhook")
	if err != nil || len(key) == 0 {
		log.Fatal("no signing key: ", err)
	}
	http.Handle("POST /webhooks/customerio", &hooks.Receiver{Key: key, Store: &memory{seen: map[string]int{}}, Log: slog.Default()})
	log.Fatal(http.ListenAndServe(":9000", nil))
}
