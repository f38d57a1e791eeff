package main

import (
	"net/http"
	"os"

	"services/set4/p07/newsletter"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	list := newsletter.NewList(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))
	http.HandleFunc("/join", func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil {
			http.Error(w, "bad form", http.StatusBadRequest)
			return
		}
		details := []newsletter.Detail{newsletter.WithTopics(r.Form["topic"]...), newsletter.WithLanguage(r.FormValue("lang"))}
		if n := r.FormValue("cell"); n != "" {
			details = append(details, newsletter.WithCell(n))
		}
		if err := list.Join(r.Context(), r.FormValue("email"), details...); err != nil {
			http.Error(w, "try again later", http.StatusBadGateway)
			return
		}
		http.Redirect(w, r, "/thanks", http.StatusSeeOther)
	})
	_ = http.ListenAndServe(":8000", nil)
}
