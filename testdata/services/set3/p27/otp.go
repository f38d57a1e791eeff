// Package main sends one-time codes.
package main

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"log"
	"math/big"
	"net/http"
	"os"
	"sync"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

type challenge struct {
	code  string
	until time.Time
	tries int
}

type sender interface {
	SendSMS(ctx context.Context, req *customerio.SendSMSRequest) (*customerio.SendSMSResponse, error)
}

type otp struct {
	sms  sender
	mu   sync.Mutex
	open map[string]*challenge
}

func newCode() (string, error) {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%06d", n), nil
}

func (o *otp) start(ctx context.Context, user, phone string) error {
	code, err := newCode()
	if err != nil {
		return err
	}
	o.mu.Lock()
	o.open[user] = &challenge{code: code, until: time.Now().Add(10 * time.Minute)}
	o.mu.Unlock()
	_, err = o.sms.SendSMS(ctx, &customerio.SendSMSRequest{
		TransactionalMessageID: "otp",
		To:                     phone,
		Identifiers:            map[string]string{"id": user},
		MessageData:            map[string]any{"one_time_code": code, "minutes": 10},
	})
	return err
}

func (o *otp) verify(user, code string) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	c := o.open[user]
	if c == nil || c.tries >= 5 || time.Now().After(c.until) {
		return false
	}
	c.tries++
	if subtle.ConstantTimeCompare([]byte(c.code), []byte(code)) != 1 {
		return false
	}
	delete(o.open, user)
	return true
}

func main() {
	o := &otp{sms: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")), open: map[string]*challenge{}}
	var in struct{ User, Phone, Code string }
	http.HandleFunc("POST /otp/{step}", func(w http.ResponseWriter, r *http.Request) {
		in := in
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		switch r.PathValue("step") {
		case "start":
			if err := o.start(r.Context(), in.User, in.Phone); err != nil {
				log.Print(err)
				w.WriteHeader(http.StatusBadGateway)
			}
		case "verify":
			if !o.verify(in.User, in.Code) {
				w.WriteHeader(http.StatusForbidden)
			}
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
