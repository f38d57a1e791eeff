// Command payroll sends employees their onboarding journey.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p07/maputil"
)

type employee struct {
	ID        string
	FirstName string
	Team      string
	StartWeek int
	SSN       string
	IBAN      string
}

// form is what the payroll provider asks for.
func (e employee) form() map[string]any {
	return map[string]any{
		"first_name": e.FirstName,
		"team":       e.Team,
		"start_week": e.StartWeek,
		"ssn":        e.SSN,
		"iban":       e.IBAN,
	}
}

type payroll struct {
	db     *sql.DB
	client *customerio.CustomerIO
}

func (p *payroll) load(r *http.Request) (employee, error) {
	e := employee{ID: r.PathValue("id")}
	row := p.db.QueryRowContext(r.Context(), `SELECT first_name, team, start_week, ssn, iban FROM employees WHERE id = $1`, e.ID)
	err := row.Scan(&e.FirstName, &e.Team, &e.StartWeek, &e.SSN, &e.IBAN)
	return e, err
}

func (p *payroll) announce(w http.ResponseWriter, r *http.Request) {
	e, err := p.load(r)
	if err != nil {
		http.Error(w, "no such employee", http.StatusNotFound)
		return
	}
	attrs := maputil.Without(e.form(), "ssn", "iban")
	if err := p.client.IdentifyCtx(r.Context(), e.ID, attrs); err != nil {
		http.Error(w, "later", http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	p := &payroll{db: db, client: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	http.HandleFunc("POST /employees/{id}/announce", p.announce)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
