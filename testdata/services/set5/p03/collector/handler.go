package collector

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"slices"

	customerio "github.com/customerio/go-customerio/v3"
)

var known = []string{"page_viewed", "signup_started", "signup_finished"}

// Tracker is set by main before the server starts.
var Tracker *customerio.CustomerIO

type envelope struct {
	Event      string         `json:"event"`
	Properties map[string]any `json:"properties"`
}

// Collect takes events from the browser.
func Collect(w http.ResponseWriter, r *http.Request) {
	uid := r.PathValue("uid")
	var in envelope
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&in); err != nil {
		http.Error(w, "bad json", http.StatusBadRequest)
		return
	}
	if !slices.Contains(known, in.Event) {
		http.Error(w, "unknown event", http.StatusUnprocessableEntity)
		return
	}
	if in.Properties == nil {
		in.Properties = map[string]any{}
	}
	in.Properties["source"] = "web"
	if err := Tracker.TrackCtx(r.Context(), uid, in.Event, in.Properties); err != nil {
		slog.Error("track", "event", in.Event, "err", err)
		http.Error(w, "upstream", http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}
