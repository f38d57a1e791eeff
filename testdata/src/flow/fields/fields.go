// Mode: never.

// Package fields keeps maps and values in struct fields.
package fields

import customerio "github.com/customerio/go-customerio/v3"

type pair struct {
	public, private map[string]any
}

func dirtyFieldOfALocal(c *customerio.CustomerIO, v string) {
	p := pair{
		public:  map[string]any{"plan": "pro"},
		private: map[string]any{"ssn": v}, // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify("u1", p.private)
}

func cleanFieldOfALocal(c *customerio.CustomerIO, v string) pair {
	p := pair{
		public:  map[string]any{"plan": "pro"},
		private: map[string]any{"ssn": v},
	}
	c.Identify("u1", p.public)
	return p
}

func fieldAssignedLater(c *customerio.CustomerIO, v string) {
	var p pair
	p.public = map[string]any{"plan": "pro"}
	p.public["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", p.public)
}

func fieldOverwrittenByTheCleanMap(c *customerio.CustomerIO, v string) {
	var p pair
	p.public = map[string]any{"ssn": v}
	p.public = map[string]any{"plan": "pro"}
	c.Identify("u1", p.public)
}

func fieldOverwrittenByTheDirtyMap(c *customerio.CustomerIO, v string) {
	var p pair
	p.public = map[string]any{"plan": "pro"}
	p.public = map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", p.public)
}

func fieldOverwrittenOnOneBranch(c *customerio.CustomerIO, v string, clean bool) {
	var p pair
	p.public = map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	if clean {
		p.public = map[string]any{"plan": "pro"}
	}
	c.Identify("u1", p.public)
}

func twoObjectsOfOneType(c *customerio.CustomerIO, v string) pair {
	var a, b pair
	a.public = map[string]any{"ssn": v}
	b.public = map[string]any{"plan": "pro"}
	c.Identify("u1", b.public)
	return a
}

func copyOfAStructSharesTheMap(c *customerio.CustomerIO, v string) {
	var a pair
	a.public = map[string]any{"plan": "pro"}
	b := a
	b.public["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", a.public)
}

func copyOfAStructHasItsOwnFields(c *customerio.CustomerIO, v string) pair {
	var a pair
	a.public = map[string]any{"plan": "pro"}
	b := a
	b.public = map[string]any{"ssn": v}
	c.Identify("u1", a.public)
	return b
}

func copyTakenWhileDirty(c *customerio.CustomerIO, v string) {
	var a pair
	a.public = map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	b := a
	a.public = map[string]any{"plan": "pro"}
	c.Identify("u1", b.public)
}

func localBehindAPointer(c *customerio.CustomerIO, v string) {
	p := &pair{}
	p.public = map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", p.public)
}

func cleanLocalBehindAPointer(c *customerio.CustomerIO, v string) *pair {
	p := &pair{private: map[string]any{"ssn": v}}
	p.public = map[string]any{"plan": "pro"}
	c.Identify("u1", p.public)
	return p
}

type outer struct {
	inner pair
	next  *outer
}

func fieldOfAField(c *customerio.CustomerIO, v string) {
	var o outer
	o.inner.public = map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", o.inner.public)
}

func otherFieldOfAField(c *customerio.CustomerIO, v string) outer {
	var o outer
	o.inner.private = map[string]any{"ssn": v}
	o.inner.public = map[string]any{"plan": "pro"}
	c.Identify("u1", o.inner.public)
	return o
}

func linkedStructs(c *customerio.CustomerIO, v string) {
	o := &outer{next: &outer{inner: pair{public: map[string]any{"iban": v}}}} // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", o.next.inner.public)
}

// session is filled by newSession and sent by another function.
type session struct{ attrs map[string]any }

func newSession(v string) *session {
	return &session{attrs: map[string]any{"password": v}} // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

func (s *session) flush(c *customerio.CustomerIO) {
	c.Identify("u1", s.attrs)
}

// visit is the harmless twin of session.
type visit struct{ attrs, secrets map[string]any }

func newVisit(v string) *visit {
	return &visit{
		attrs:   map[string]any{"plan": v},
		secrets: map[string]any{"password": v},
	}
}

func (x *visit) flush(c *customerio.CustomerIO) {
	c.Identify("u1", x.attrs)
}

// cart is dirtied by a method long after it was made.
type cart struct{ data map[string]any }

func newCart() *cart { return &cart{data: map[string]any{"items": 0}} }

func (k *cart) pay(v string) {
	k.data["card_number"] = v // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).Track`
}

func (k *cart) flush(c *customerio.CustomerIO) {
	c.Track("u1", "paid", k.data)
}

type basket struct{ data map[string]any }

func newBasket() *basket { return &basket{data: map[string]any{"items": 0}} }

func (b *basket) pay(brand string) {
	b.data["card_brand"] = brand
}

func (b *basket) flush(c *customerio.CustomerIO) {
	c.Track("u1", "paid", b.data)
}

type base struct{ attrs map[string]any }

type derived struct {
	base
	plan string
}

func promotedField(c *customerio.CustomerIO, v string) {
	var d derived
	d.attrs = map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", d.base.attrs)
}

func promotedFieldOverwritten(c *customerio.CustomerIO, v string) {
	var d derived
	d.base.attrs = map[string]any{"ssn": v}
	d.attrs = map[string]any{"plan": d.plan}
	c.Identify("u1", d.attrs)
}

func structsInASlice(c *customerio.CustomerIO, v string) {
	list := []pair{{public: map[string]any{"ssn": v}}} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	for _, p := range list {
		c.Identify("u1", p.public)
	}
}

func cleanFieldsOfStructsInASlice(c *customerio.CustomerIO, v string) {
	list := []pair{{public: map[string]any{"plan": v}, private: map[string]any{"ssn": v}}}
	for _, p := range list {
		c.Identify("u1", p.public)
	}
}

func anonymousStruct(c *customerio.CustomerIO, v string) {
	job := struct {
		id   string
		data map[string]any
	}{"u1", map[string]any{"tax_id": v}} // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify(job.id, job.data)
}

type row struct{ Label, SSN string }

func sensitiveFieldCopiedToAnInnocentOne(c *customerio.CustomerIO, in row) {
	c.Identify("u1", map[string]any{"label": row{Label: in.SSN}.Label}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "label"`
}

func innocentFieldOfAMixedStruct(c *customerio.CustomerIO, in row) {
	out := row{Label: in.Label, SSN: in.SSN}
	c.Identify("u1", map[string]any{"label": out.Label})
}

func sensitiveFieldEmptiedInALocalCopy(c *customerio.CustomerIO, in row) {
	in.SSN = ""
	c.Identify("u1", map[string]any{"label": in.Label + in.SSN})
}

func zeroedStruct(c *customerio.CustomerIO, v string) {
	p := pair{public: map[string]any{"ssn": v}}
	p = pair{}
	c.Identify("u1", p.public)
}

func structReturnedByAHelper(c *customerio.CustomerIO, v string) {
	c.Identify("u1", split(v).private)
}

func cleanFieldOfAStructReturnedByAHelper(c *customerio.CustomerIO, v string) {
	c.Identify("u1", split(v).public)
}

func split(v string) pair {
	return pair{
		public:  map[string]any{"plan": "pro"},
		private: map[string]any{"ssn": v}, // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}
}
