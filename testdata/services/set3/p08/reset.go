// Package main resets passwords.
package main

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"log"
	"net/http"
	"net/url"
	"os"
	"sync"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type pending struct {
	account string
	until   time.Time
}

type resets struct {
	mu    sync.Mutex
	open  map[[32]byte]pending
	api   *customerio.APIClient
	track *customerio.CustomerIO
	base  *url.URL
}

func (s *resets) issue(account string) (token string) {
	token = rand.Text()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open[sha256.Sum256([]byte(token))] = pending{account, time.Now().Add(time.Hour)}
	return token
}

func (s *resets) mail(ctx context.Context, account, email string) error {
	link := s.base.JoinPath("reset")
	link.RawQuery = url.Values{"t": {s.issue(account)}}.Encode()
	_, err := s.api.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID: "password_reset",
		To:                     email,
		Identifiers:            map[string]string{"id": account},
		MessageData: sanitize.MessageData(map[string]any{
			"reset_link":    link.String(),
			"valid_minutes": 60,
		}),
	})
	if err != nil {
		return err
	}
	return s.track.TrackCtx(ctx, account, "password_reset_requested", map[string]any{"channel": "email"})
}

func (s *resets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	account, email := r.PostFormValue("account"), r.PostFormValue("email")
	if account == "" || email == "" {
		http.Error(w, "account and email, please", http.StatusBadRequest)
		return
	}
	if err := s.mail(r.Context(), account, email); err != nil {
		log.Printf("reset: %v", err)
	}
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	base, err := url.Parse(os.Getenv("PUBLIC_URL"))
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("POST /forgot", &resets{
		open:  map[[32]byte]pending{},
		api:   customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")),
		track: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
		base:  base,
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
