// Mode: always.

// Package imports has a file for each form of import declarations.
package imports

import "github.com/customerio/go-customerio/v3"

var client *customerio.CustomerIO

func send(attributes map[string]any) error { return client.Identify("u1", attributes) }

func here(v string) error { return send(map[string]any{"city": v}) } // want `skips`
