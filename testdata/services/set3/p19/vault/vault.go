// Package vault shares documents.
package vault

import (
	"context"
	"net/http"

	"services/set3/p19/notify"
)

// Share is the handler that shares a document.
func Share(n interface {
	Notify(ctx context.Context, f notify.Fact) error
}) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		f := notify.Fact{
			Who:  r.Header.Get("X-User"),
			What: "document_shared",
			Fields: map[string]any{
				"document":   r.PathValue("doc"),
				"ip":         r.RemoteAddr,
				"user_agent": r.UserAgent(),
			},
		}
		if err := n.Notify(r.Context(), f); err != nil {
			http.Error(w, "shared, but nobody was told", http.StatusAccepted)
		}
	}
}
