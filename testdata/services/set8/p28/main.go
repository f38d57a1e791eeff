// Command carriers publishes the carriers of a logistics marketplace.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"os"

	"github.com/customerio/go-customerio/v3"
)

type carrier struct {
	Ref    string `json:"-"`
	Trucks int    `json:"trucks"`
	Rating int    `json:"rating"`
	TaxID  string `json:"tax_id,omitempty"`
}

// public is a carrier as others may see it.
type public struct {
	carrier
	TaxID *struct{} `json:"tax_id,omitempty"`
	Badge badge     `json:"badge"`
}

type badge int

const (
	none badge = iota
	verified
)

func (c carrier) public() public {
	p := public{carrier: c}
	if c.TaxID != "" {
		p.Badge = verified
	}
	return p
}

func attrs(p public) (map[string]any, error) {
	b, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, err
	}
	return m, nil
}

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	all := []carrier{{Ref: "c-1", Trucks: 4, Rating: 5, TaxID: os.Getenv("C1_TAX")}, {Ref: "c-2", Trucks: 9, Rating: 3}}
	var errs []error
	for _, one := range all {
		m, err := attrs(one.public())
		if err == nil {
			err = c.IdentifyCtx(context.Background(), one.Ref, m)
		}
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		log.Fatal(err)
	}
}
