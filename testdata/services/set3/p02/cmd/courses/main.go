// Command courses is a small school.
package main

import (
	"log"
	"net/http"
	"os"

	"services/set3/p02/event"
	"services/set3/p02/outbound"
)

type server struct {
	out *outbound.Sender
}

func (s *server) enrol(w http.ResponseWriter, r *http.Request) {
	learner := r.Header.Get("X-Learner")
	if learner == "" {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	e := event.New("enrolled",
		event.With("course", r.PathValue("course")),
		event.With("free", r.URL.Query().Has("trial")),
		event.FromRequest(r),
	)
	if err := s.out.Send(r.Context(), learner, e); err != nil {
		log.Printf("enrolled: %v", err)
	}
	w.WriteHeader(http.StatusCreated)
}

func main() {
	s := &server{out: outbound.New(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /courses/{course}/enrol", s.enrol)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
