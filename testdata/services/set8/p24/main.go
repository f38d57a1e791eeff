package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"services/set8/p24/view"

	"github.com/customerio/go-customerio/v3"
)

type app struct {
	api  *customerio.APIClient
	find func(ctx context.Context, id string) (view.Applicant, error)
}

func (a *app) remind(w http.ResponseWriter, r *http.Request) {
	who, err := a.find(r.Context(), r.PathValue("id"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	html, err := view.Reminder(who)
	if err != nil {
		http.Error(w, "template", http.StatusInternalServerError)
		return
	}
	req := customerio.SendEmailRequest{
		To:          who.Email,
		From:        "hr@example.com",
		Subject:     "Your application",
		Body:        html,
		Identifiers: map[string]string{"id": who.ID},
		MessageData: map[string]any{"steps": who.Steps},
	}
	if _, err := a.api.SendEmail(r.Context(), &req); err != nil {
		http.Error(w, "mail", http.StatusBadGateway)
	}
}

func main() {
	a := &app{
		api: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")),
		find: func(_ context.Context, id string) (view.Applicant, error) {
			return view.Applicant{ID: id, Name: "Pat", Email: "pat@example.com", Steps: 2}, nil
		},
	}
	http.HandleFunc("POST /applicants/{id}/reminder", a.remind)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
