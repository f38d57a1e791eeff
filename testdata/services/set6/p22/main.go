package main

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"sync"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

type app struct {
	api   *customerio.APIClient
	track *customerio.CustomerIO
	base  string
	mu    sync.Mutex
	open  map[string]string
}

func (a *app) forgot(w http.ResponseWriter, r *http.Request) {
	var in struct {
		UserID string `json:"user_id"`
		Email  string `json:"email"`
	}
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	nonce := make([]byte, 24)
	rand.Read(nonce)
	token := base64.RawURLEncoding.EncodeToString(nonce)
	a.mu.Lock()
	a.open[token] = in.UserID
	a.mu.Unlock()

	req := &customerio.SendEmailRequest{
		TransactionalMessageID: "password-reset",
		To:                     in.Email,
		Identifiers:            map[string]string{"id": in.UserID},
		MessageData: sanitize.MessageData(map[string]any{
			"reset_link":  a.base + "/reset?t=" + token,
			"valid_hours": 2,
			"ip_address":  r.RemoteAddr,
		}),
	}
	if _, err := a.api.SendEmail(r.Context(), req); err != nil {
		http.Error(w, "try again", http.StatusBadGateway)
		return
	}
	if err := a.track.TrackCtx(r.Context(), in.UserID, "password_reset_requested", map[string]any{"valid_hours": 2}); err != nil {
		log.Println(err)
	}
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	a := &app{
		api:   customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")),
		track: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
		base:  os.Getenv("PUBLIC_URL"),
		open:  map[string]string{},
	}
	http.HandleFunc("POST /forgot", a.forgot)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
