package erasure

import (
	"context"
	"fmt"
	"net/http"
)

// A secret reads a credential. As a function it prints as an address.
type secret func(ctx context.Context) (string, error)

func fixed(value string) secret {
	return func(context.Context) (string, error) { return value, nil }
}

// from returns nil for a nil source, which settings.check refuses where it matters.
func from(source Source) secret {
	if source == nil {
		return nil
	}
	return source.Get
}

// read gets the credential; kind names it in errors. An empty one is a mistake in the configuration, such as an unset
// environment variable: the API would answer 401 and nothing would say why.
func (s secret) read(ctx context.Context, kind string) (string, error) {
	value, err := s(ctx)
	if err != nil {
		return "", fmt.Errorf("reading the %s: %w", kind, err)
	}
	if value == "" {
		return "", fmt.Errorf("%w: the %s is empty", ErrConfig, kind)
	}
	return value, nil
}

// An authorizer puts the current credentials into a request and returns something that differs when they do.
type authorizer func(*http.Request) (token string, err error)

func (e *Eraser) basicAuth(r *http.Request) (string, error) {
	siteID, err := e.siteID.read(r.Context(), "site ID")
	if err != nil {
		return "", err
	}
	apiKey, err := e.apiKey.read(r.Context(), "Track API key")
	if err != nil {
		return "", err
	}
	r.SetBasicAuth(siteID, apiKey)
	return r.Header.Get("Authorization"), nil
}

func (e *Eraser) bearerAuth(r *http.Request) (string, error) {
	appKey, err := e.appKey.read(r.Context(), "App API key")
	if err != nil {
		return "", err
	}
	r.Header.Set("Authorization", "Bearer "+appKey)
	return r.Header.Get("Authorization"), nil
}
