// Package inbox takes text messages.
package inbox

import (
	"context"
	"net/http"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p12/directory"
)

// Handler takes the text messages of the gateway.
type Handler struct {
	Members *directory.Directory
	Track   func(ctx context.Context, id, event string, data map[string]any, opts ...customerio.TrackOption) error
}

// ServeHTTP implements http.Handler.
func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		http.Error(w, "form", http.StatusBadRequest)
		return
	}
	ref, ok := h.Members.ByPhone(r.PostForm.Get("From"))
	if !ok {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	keyword := "other"
	switch strings.ToUpper(strings.TrimSpace(r.PostForm.Get("Body"))) {
	case "STOP", "END":
		keyword = "stop"
	case "START":
		keyword = "start"
	}
	if err := h.Track(r.Context(), ref, "sms_keyword", map[string]any{"keyword": keyword}); err != nil {
		http.Error(w, "later", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
