// Mode: unless-clean.

// Package ports hands lists of structs over.
package ports

type Row struct {
	ID   string
	vars map[string]any
	Vars map[string]any `json:"variables"`
}

func (r *Row) Hide(vars map[string]any) { r.vars = vars }

func (r Row) Hidden() map[string]any { return r.vars }

type Mailer interface{ Mail(rows []Row) error }

type Directory interface {
	Save(rows map[string]*Row) error
}
