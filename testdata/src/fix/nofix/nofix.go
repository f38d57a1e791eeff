// Mode: always.

// Package nofix has findings without a fix: the sanitizer does not take what
// is passed, or would not help.
package nofix

import (
	"context"

	"github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func pair(v string) (string, map[string]any) { return "u1", map[string]any{"city": v} }

func argumentsOfOneCall(c *customerio.CustomerIO, v string) {
	c.Identify(pair(v)) // want `skips`
}

func valueUnderInnocentKey(c *customerio.CustomerIO, ssn string) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"note": ssn})) // want `never-send value ssn`
}

func valueUnderInnocentKeyUnsanitized(c *customerio.CustomerIO, ssn string) {
	c.Identify("u1", map[string]any{"note": ssn}) // want `never-send value ssn`
}

func freeText(ctx context.Context, c *customerio.APIClient, ssn string) {
	c.SendEmail(ctx, &customerio.SendEmailRequest{Subject: ssn}) // want `never-send value ssn`
}

func credential() *customerio.APIClient {
	return customerio.NewAPIClient("0123456789abcdef0123456789abcdef") // want `hardcoded App API key`
}
