package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

type eventSink interface {
	TrackCtx(ctx context.Context, customerID, eventName string, data map[string]any, opts ...customerio.TrackOption) error
}

type sessions struct {
	events eventSink
	check  func(user, password string) bool
}

func eventFor(r *http.Request) string {
	clientIP, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		clientIP = r.RemoteAddr
	}
	return strings.Join([]string{"employee_login", clientIP}, ":")
}

func (s *sessions) login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("employee_id")
	if !s.check(user, r.FormValue("password")) {
		http.Error(w, "denied", http.StatusForbidden)
		return
	}
	name := eventFor(r)
	if err := s.events.TrackCtx(r.Context(), user, name, nil); err != nil {
		log.Println("track login:", err)
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	s := &sessions{
		events: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
		check:  func(string, string) bool { return false },
	}
	http.HandleFunc("POST /hr/login", s.login)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
