// Mode: unless-clean.

// Package clean has what is brought to the pipeline.
package clean

import customerio "github.com/customerio/go-customerio/v3"

type Client struct{ C *customerio.CustomerIO }

func (c Client) Send(id string, attrs map[string]any) error { return c.C.Identify(id, attrs) }

// Nothing cleans nothing.
type Nothing struct{}

func (Nothing) Attributes(m map[string]any) map[string]any { return m }

type Cards struct{ m map[string]string }

func (c Cards) Enrich(id string, into map[string]any) error {
	into["credit_card_number"] = c.m[id]
	return nil
}

type Points struct{ m map[string]int }

func (p Points) Enrich(id string, into map[string]any) error {
	into["points"] = p.m[id]
	return nil
}
