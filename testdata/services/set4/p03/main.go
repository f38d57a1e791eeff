package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"

	"services/set4/p03/letters"

	customerio "github.com/customerio/go-customerio/v3"
)

type server struct {
	mail *customerio.APIClient
}

type dischargeRequest struct {
	letters.Discharge
	Email string
}

func (s *server) discharge(w http.ResponseWriter, r *http.Request) error {
	var req dischargeRequest
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		return errors.Join(errBadRequest, err)
	}
	html, err := letters.Render(req.Discharge)
	if err != nil {
		return err
	}
	mail := &customerio.SendEmailRequest{
		To:          req.Email,
		From:        "ward@clinic.example",
		Subject:     "Your discharge letter",
		Body:        html,
		Identifiers: map[string]string{"id": req.PatientID},
	}
	if _, err := s.mail.SendEmail(r.Context(), mail); err != nil {
		return err
	}
	w.WriteHeader(http.StatusAccepted)
	return nil
}

var errBadRequest = errors.New("bad request")

func handle(f func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		switch err := f(w, r); {
		case errors.Is(err, errBadRequest):
			http.Error(w, "bad request", http.StatusBadRequest)
		case err != nil:
			http.Error(w, "internal error", http.StatusInternalServerError)
		}
	}
}

func main() {
	s := &server{mail: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY"))}
	http.HandleFunc("POST /discharges", handle(s.discharge))
	_ = http.ListenAndServe(":8080", nil)
}
