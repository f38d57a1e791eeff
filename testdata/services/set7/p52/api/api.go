// Package api is the app's API.
package api

import (
	"encoding/json"
	"errors"
	"net/http"

	"services/set7/p52/push"
)

// Mount the routes.
func Mount(mux *http.ServeMux, r *push.Registrar) {
	mux.HandleFunc("POST /devices", func(w http.ResponseWriter, q *http.Request) {
		var g push.Registration
		if err := json.NewDecoder(q.Body).Decode(&g); err != nil {
			http.Error(w, "json", http.StatusBadRequest)
			return
		}
		switch err := r.Register(q.Context(), g); {
		case errors.Is(err, push.ErrPlatform):
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		case err != nil:
			http.Error(w, "later", http.StatusServiceUnavailable)
		default:
			w.WriteHeader(http.StatusCreated)
		}
	})
	mux.HandleFunc("DELETE /users/{user}/devices/{token}", func(w http.ResponseWriter, q *http.Request) {
		if err := r.Unregister(q.Context(), q.PathValue("user"), q.PathValue("token")); err != nil {
			http.Error(w, "later", http.StatusServiceUnavailable)
		}
	})
}
