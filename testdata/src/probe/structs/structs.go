// Mode: probe.

// Package structs shows structs by their JSON fields, and what is known of each.
package structs

func probe(any) {}

func places(any) {}

type user struct {
	Plan string `json:"plan"`
	SSN  string `json:"ssn"`
	Card card   `json:"card"`
	Skip string `json:"-"`
	mail string
}

type card struct {
	Number string `json:"number"`
}

func literal(v string) {
	u := user{Plan: "pro", SSN: v}
	probe(u)     // want content:`raw {plan: "pro", ssn: never-send SSN | param v}`
	probe(u.SSN) // want content:`never-send SSN | param v`
}

func fieldSet(v string) {
	var u user
	u.Card.Number = v
	u.Skip, u.mail = v, v
	probe(u) // want content:`raw {card: raw {number: param v}}`
}

func fieldSetByPointer(v string) {
	u := &user{}
	u.Plan = v
	w := u
	w.Plan = "pro"
	probe(u.Plan) // want content:`"pro"`
	places(w)     // want places:`literal u w`
}

func cleared(u user) {
	u.SSN = ""
	probe(u) // want content:`raw {card: raw {number: param u.Card.Number} | param u.Card, plan: param u.Plan} | param u`
}

func ofACaller(u *user) {
	probe(u)      // want content:`raw {card: raw {number: param u.Card.Number} | param u.Card, plan: param u.Plan, ssn: never-send SSN | param u.SSN} | param u`
	probe(u.Card) // want content:`raw {number: param u.Card.Number} | param u.Card`
	places(u)     // want places:`param u`
}

func copyIsAnother(v string) {
	u := user{Plan: "pro"}
	w := u
	w.Plan = v
	probe(u.Plan) // want content:`"pro"`
	probe(w.Plan) // want content:`param v`
}

type tagged struct {
	Note string `json:"note" pii:"never"`
	Data string `json:"ssn" pii:"allow"`
}

func tags(t tagged) {
	probe(t.Note) // want content:`never-send Note | param t.Note`
	probe(t)      // want content:`raw {note: never-send Note | param t.Note, ssn: param t.Data} | param t`
}

type base struct {
	ID string `json:"id"`
}

type embedding struct {
	base
	Plan string `json:"plan"`
}

func embedded(v string) {
	probe(embedding{base{v}, "pro"}) // want content:`raw {id: param v, plan: "pro"}`
}

type node struct {
	Next *node  `json:"next"`
	SSN  string `json:"ssn"`
}

func recursive(v string) {
	n := &node{SSN: v}
	n = &node{Next: n}
	probe(n)          // want content:`raw {next: raw {ssn: never-send SSN | param v}}`
	probe(n.Next.SSN) // want content:`never-send SSN | param v`
}
