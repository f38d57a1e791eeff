// Mode: unless-clean.

// Package domain puts lists together.
package domain

import "wiring/lists/ports"

type Person struct{ ID, Plan, SSN string }

type Leaks struct{ M ports.Mailer }

func (l Leaks) Do(people []Person) {
	rows := make([]ports.Row, len(people))
	for i, p := range people {
		rows[i] = ports.Row{ID: p.ID, Vars: map[string]any{"plan": p.Plan, "ssn": p.SSN}}
	}
	_ = l.M.Mail(rows)
}

type Harmless struct{ M ports.Mailer }

func (h Harmless) Do(people []Person) {
	var rows []ports.Row
	for _, p := range people {
		rows = append(rows, ports.Row{ID: p.ID, Vars: map[string]any{"plan": p.Plan}})
	}
	_ = h.M.Mail(rows)
}

type Hides struct{ M ports.Mailer }

func (h Hides) Do(p Person) {
	r := ports.Row{ID: p.ID}
	r.Hide(map[string]any{"ssn": p.SSN})
	_ = h.M.Mail([]ports.Row{r})
}

type Saves struct{ D ports.Directory }

func (s Saves) Do(p Person) {
	_ = s.D.Save(map[string]*ports.Row{p.ID: {ID: p.ID, Vars: map[string]any{"ssn": p.SSN}}})
}

type SavesLess struct{ D ports.Directory }

func (s SavesLess) Do(p Person) {
	_ = s.D.Save(map[string]*ports.Row{p.ID: {ID: p.ID, Vars: map[string]any{"plan": p.Plan}}})
}
