// Package members registers members.
package members

import (
	"net/http"
	"time"

	"services/set3/p05/bus"
)

// Registration is the handler of the form.
type Registration struct {
	Bus   *bus.Bus
	NewID func() string
}

// ServeHTTP implements http.Handler.
func (reg *Registration) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		http.Error(w, "form", http.StatusBadRequest)
		return
	}
	id := reg.NewID()
	fields := map[string]any{
		"email":      r.PostForm.Get("email"),
		"password":   r.PostForm.Get("password"),
		"newsletter": r.PostForm.Get("newsletter") == "on",
		"created_at": time.Now().Unix(),
	}
	reg.Bus.Publish(r.Context(), bus.Message{Topic: "member.registered", Subject: id, Fields: fields})
	http.Redirect(w, r, "/members/"+id, http.StatusSeeOther)
}
