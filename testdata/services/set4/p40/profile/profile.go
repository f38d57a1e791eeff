package profile

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type Patch struct {
	DisplayName *string `json:"display_name"`
	Bio         *string `json:"bio"`
	Phone       *string `json:"phone"`
	Newsletter  *bool   `json:"newsletter"`
}

type Handler struct {
	cio  *customerio.CustomerIO
	save func(ctx context.Context, user string, p Patch) error
}

func NewHandler(cio *customerio.CustomerIO, save func(context.Context, string, Patch) error) *Handler {
	return &Handler{cio, save}
}

func set[T any](m map[string]any, key string, v *T) {
	if v != nil {
		m[key] = *v
	}
}

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var p Patch
	if err := json.NewDecoder(r.Body).Decode(&p); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	user := r.PathValue("user")
	if err := h.save(r.Context(), user, p); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	raw := map[string]any{}
	set(raw, "display_name", p.DisplayName)
	set(raw, "bio", p.Bio)
	set(raw, "newsletter", p.Newsletter)
	clean := sanitize.Attributes(raw)
	set(clean, "phone", p.Phone)
	if err := h.cio.IdentifyCtx(r.Context(), user, clean); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}
