package signup

import (
	"fmt"
	"net/http"
)

type Audience interface {
	Put(id string, traits map[string]any) error
}

type Form struct {
	audience Audience
}

func NewForm(a Audience) *Form { return &Form{audience: a} }

func (f *Form) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	traits := map[string]any{
		"email":  r.PostFormValue("email"),
		"phone":  r.PostFormValue("phone"),
		"source": r.PostFormValue("utm_source"),
	}
	if err := f.audience.Put(r.PostFormValue("email"), traits); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, "Thank you!")
}
