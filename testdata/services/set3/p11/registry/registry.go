// Package registry asks the public register.
package registry

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"services/set3/p11/telemetry"
)

// ErrUnknown says that the register knows nobody of that number.
var ErrUnknown = errors.New("registry: unknown")

// Lookup asks the register.
type Lookup struct {
	Base    string
	HTTP    *http.Client
	Emitter telemetry.Emitter
}

// Confirm makes sure that the register knows the person.
func (l *Lookup) Confirm(ctx context.Context, user, nationalID string) error {
	u := l.Base + "/persons/" + url.PathEscape(nationalID)
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, u, nil)
	if err != nil {
		return err
	}
	resp, err := l.HTTP.Do(req)
	if err != nil {
		return err
	}
	resp.Body.Close()
	if resp.StatusCode == http.StatusNotFound {
		if err := l.Emitter.Emit(ctx, user, "register", "unknown", nationalID); err != nil {
			return err
		}
		return ErrUnknown
	}
	return l.Emitter.Emit(ctx, user, "register", "confirmed")
}
