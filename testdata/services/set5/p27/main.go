package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log"
	"net/http"
	"os"
	"sync"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

type resetRequested struct {
	userID string
	token  string
	at     time.Time
	locale string
}

type server struct {
	out   chan resetRequested
	track *customerio.CustomerIO
}

func newToken() (string, error) {
	var b [24]byte
	if _, err := rand.Read(b[:]); err != nil {
		return "", err
	}
	return hex.EncodeToString(b[:]), nil
}

func (s *server) forgot(w http.ResponseWriter, r *http.Request) {
	tok, err := newToken()
	if err != nil {
		http.Error(w, "no entropy", http.StatusInternalServerError)
		return
	}
	s.out <- resetRequested{
		userID: r.PathValue("user"),
		token:  tok,
		at:     time.Now(),
		locale: r.Header.Get("Accept-Language"),
	}
	fmt.Fprintln(w, "check your mail")
}

func (s *server) loop(ctx context.Context, wg *sync.WaitGroup) {
	defer wg.Done()
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-s.out:
			data := make(map[string]any)
			data["reset_token"] = e.token
			data["requested_at"] = e.at.Unix()
			data["locale"] = e.locale
			if err := s.track.TrackCtx(ctx, e.userID, "password_reset_requested", data); err != nil {
				log.Println("track:", err)
			}
		}
	}
}

func main() {
	s := &server{
		out:   make(chan resetRequested, 64),
		track: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
	}
	var wg sync.WaitGroup
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for range 2 {
		wg.Add(1)
		go s.loop(ctx, &wg)
	}
	http.HandleFunc("POST /users/{user}/forgot", s.forgot)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
