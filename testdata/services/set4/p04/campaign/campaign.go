package campaign

import (
	"context"
	"strings"
	"text/template"
	"time"

	"services/set4/p04/records"

	customerio "github.com/customerio/go-customerio/v3"
)

type view struct {
	Given  string
	Months int
}

var text = template.Must(template.New("").Parse("Hi {{.Given}}, your last check-up was {{.Months}} months ago.\n"))

type Runner struct {
	client *customerio.APIClient
	now    func() time.Time
}

func NewRunner(client *customerio.APIClient) *Runner {
	return &Runner{client: client, now: time.Now}
}

func (r *Runner) Run(ctx context.Context, patients []records.Patient) (sent int) {
	for _, p := range patients {
		if !p.Overdue(r.now()) {
			continue
		}
		var body strings.Builder
		v := view{Given: p.Given, Months: int(r.now().Sub(p.LastSeen).Hours() / 730)}
		if err := text.Execute(&body, v); err != nil {
			continue
		}
		req := customerio.SendEmailRequest{
			To:            p.Email,
			Subject:       "Time for a check-up",
			PlaintextBody: body.String(),
			Identifiers:   map[string]string{"id": p.ID},
		}
		if _, err := r.client.SendEmail(ctx, &req); err == nil {
			sent++
		}
	}
	return sent
}
