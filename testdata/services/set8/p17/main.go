package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"

	"services/set8/p17/mapper"

	"github.com/customerio/go-customerio/v3"
)

type server struct{ track *customerio.CustomerIO }

func (s *server) enrol(w http.ResponseWriter, r *http.Request) {
	var p mapper.Pupil
	if err := json.NewDecoder(r.Body).Decode(&p); err != nil || p.ID == "" {
		http.Error(w, "bad pupil", http.StatusBadRequest)
		return
	}
	if err := s.sync(r.Context(), p); err != nil {
		http.Error(w, "upstream", http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

func (s *server) sync(ctx context.Context, p mapper.Pupil) error {
	return s.track.IdentifyCtx(ctx, p.ID, mapper.Attributes(p))
}

func main() {
	s := &server{track: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	http.HandleFunc("POST /pupils", s.enrol)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
