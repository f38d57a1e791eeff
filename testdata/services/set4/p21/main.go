package main

import (
	"fmt"
	"log"
	"net/http"
	"time"

	"services/set4/p21/config"

	customerio "github.com/customerio/go-customerio/v3"
)

type grades struct {
	from string
	mail *customerio.APIClient
}

func (g grades) published(w http.ResponseWriter, r *http.Request) {
	course := r.PathValue("course")
	_, err := g.mail.SendEmail(r.Context(), &customerio.SendEmailRequest{
		From:                   g.from,
		To:                     r.FormValue("student_email"),
		TransactionalMessageID: "grades-published",
		Identifiers:            map[string]string{"id": r.FormValue("student")},
		MessageData:            map[string]any{"course": course, "published": time.Now().Format(time.DateOnly)},
	})
	if err != nil {
		http.Error(w, http.StatusText(http.StatusBadGateway), http.StatusBadGateway)
	}
}

func main() {
	cfg, err := config.Load()
	if err != nil {
		log.Fatal(err)
	}
	g := grades{from: cfg.Mail.Sender, mail: customerio.NewAPIClient(cfg.Mail.APIKey)}
	http.HandleFunc("POST /courses/{course}/grades", g.published)
	log.Fatal(http.ListenAndServe(fmt.Sprintf(":%d", cfg.Port), nil))
}
