package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p42/outreach"
	"services/set6/p42/volunteers"
)

type portal struct {
	mu   sync.RWMutex
	list []volunteers.Volunteer
}

func (p *portal) show(w http.ResponseWriter, r *http.Request) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	for _, v := range p.list {
		if v.ID == r.PathValue("id") {
			json.NewEncoder(w).Encode(v.Fields())
			return
		}
	}
	http.NotFound(w, r)
}

func main() {
	p := &portal{}
	out := outreach.New(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))
	go func() {
		for range time.Tick(6 * time.Hour) {
			p.mu.RLock()
			list := slices.Clone(p.list)
			p.mu.RUnlock()
			for _, err := range out.Refresh(context.Background(), list) {
				log.Println(err)
			}
		}
	}()
	http.HandleFunc("GET /volunteers/{id}", p.show)
	log.Fatal(http.ListenAndServe("127.0.0.1:8080", nil))
}
