// Mode: unless-clean.

// Package callbackmemory hands functions what another function has made.
package callbackmemory

import (
	"encoding/json"
	"io"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

func each(v string, put func(string, map[string]any)) {
	put("1", map[string]any{"ssn": v}) // want `never-send key "ssn"`
}

func sends(c *customerio.CustomerIO, v string) {
	each(v, func(id string, m map[string]any) { c.Identify(id, m) })
}

func eachClean(v string, put func(string, map[string]any)) {
	put("1", map[string]any{"plan": v})
}

func sendsClean(c *customerio.CustomerIO, v string) {
	eachClean(v, func(id string, m map[string]any) { c.Identify(id, m) })
}

func load(r io.Reader, put func(id string, record map[string]any) error) error {
	dec := json.NewDecoder(r)
	for {
		var record map[string]any
		if err := dec.Decode(&record); err != nil {
			return err
		}
		if err := put("1", record); err != nil { // want `skips the sanitizer`
			return err
		}
	}
}

func loads(c *customerio.CustomerIO, r io.Reader) error {
	return load(r, func(id string, record map[string]any) error {
		return c.Identify(id, record)
	})
}

func loadsClean(c *customerio.CustomerIO, r io.Reader) error {
	return load(r, func(id string, record map[string]any) error {
		return c.Identify(id, sanitize.Attributes(record))
	})
}
