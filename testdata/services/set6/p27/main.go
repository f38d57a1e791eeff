package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"services/set6/p27/cioauth"
)

type inbox struct {
	guard *cioauth.Guard
	bad   atomic.Int64
	queue chan []byte
}

func (in *inbox) receive(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if !in.guard.Valid(r, body) {
		in.bad.Add(1)
		http.Error(w, "invalid signature", http.StatusUnauthorized)
	}
	select {
	case in.queue <- body:
		w.WriteHeader(http.StatusAccepted)
	default:
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func main() {
	key := os.Getenv("CIO_WEBHOOK_KEY")
	if key == "" {
		log.Fatal("no key")
	}
	in := &inbox{guard: cioauth.New(key, 5*time.Minute), queue: make(chan []byte, 256)}
	go func() {
		for b := range in.queue {
			log.Println(len(b), "bytes")
		}
	}()
	http.HandleFunc("POST /cio/events", in.receive)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
