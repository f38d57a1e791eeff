package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"log"
	"math/big"
	"net/http"
	"os"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type patient struct {
	ID     string
	Phone  string
	Locale string
}

type directory interface {
	ByLogin(ctx context.Context, login string) (patient, error)
}

type texter struct {
	app *customerio.APIClient
	dir directory
}

func (t texter) sendCode(w http.ResponseWriter, r *http.Request) {
	p, err := t.dir.ByLogin(r.Context(), r.FormValue("login"))
	if err != nil {
		w.WriteHeader(http.StatusAccepted)
		return
	}
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		http.Error(w, "try again", http.StatusInternalServerError)
		return
	}
	req := &customerio.SendSMSRequest{
		TransactionalMessageID: "login_code",
		Identifiers:            map[string]string{"id": p.ID},
		To:                     p.Phone,
		Language:               &p.Locale,
	}
	req.MessageData = sanitize.MessageData(map[string]any{"one_time_code": fmt.Sprintf("%06d", n), "minutes": 10})
	if _, err := t.app.SendSMS(r.Context(), req); err != nil {
		log.Printf("send code: %v", err)
	}
	w.WriteHeader(http.StatusAccepted)
}

type memory map[string]patient

func (m memory) ByLogin(_ context.Context, login string) (patient, error) {
	p, ok := m[login]
	if !ok {
		return p, http.ErrNoLocation
	}
	return p, nil
}

func main() {
	t := texter{app: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")), dir: memory{}}
	http.HandleFunc("POST /login/code", t.sendCode)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
