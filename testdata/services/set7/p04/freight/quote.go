// Package freight quotes sea freight.
package freight

import "math"

// Consignee receives the goods.
type Consignee struct {
	Ref     string
	Company string
	Phone   string
	Street  string
	City    string
	Country string
}

// Quote is an offer.
type Quote struct {
	Number    string
	Consignee Consignee
	CBM       float64
	Lane      [2]string
}

// Price in whole euros.
func (q Quote) Price() int { return int(math.Ceil(q.CBM * 87)) }

// Label is what goes on the crate.
func (q Quote) Label() string {
	c := q.Consignee
	return c.Company + "\n" + c.Street + "\n" + c.City + "\n" + c.Phone
}
