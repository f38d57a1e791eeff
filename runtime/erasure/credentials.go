package erasure

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"

	"github.com/ciolint/ciolint/runtime/credential"
)

// noCredential is what kept a key from being read.
type noCredential struct {
	kind string // which key
	err  error
}

func (n *noCredential) Error() string { return fmt.Sprintf("reading the %s: %v", n.kind, n.err) }

// Unwrap tells that it concerns everybody.
func (n *noCredential) Unwrap() []error { return []error{ErrCredentials, n.err} }

// lasts reports whether another attempt would find the same: a variable that is not set, a text that is no key. A vault
// that is sealed or a file that is being replaced may be well a moment later.
func (n *noCredential) lasts() bool {
	for _, kind := range []error{
		ErrConfig, credential.ErrNotSet, credential.ErrEmpty, credential.ErrMalformed, credential.ErrInsecure,
		credential.ErrConfig, fs.ErrPermission,
	} {
		if errors.Is(n.err, kind) {
			return true
		}
	}
	return false
}

// readKey gets a key and refuses what can be none; kind names it in errors.
func readKey(ctx context.Context, source credential.Source, kind string) (string, error) {
	key, err := source.Get(ctx)
	if err == nil {
		err = credential.CheckKey(key)
	}
	if err != nil {
		return "", &noCredential{kind, err}
	}
	return key, nil
}

// An authorizer puts the current credentials into a request and returns something that differs when they do.
type authorizer func(*http.Request) (token string, err error)

// basicAuth authorises requests to the Track API.
func basicAuth(siteID, apiKey credential.Source) authorizer {
	return func(r *http.Request) (string, error) {
		id, err := readKey(r.Context(), siteID, "site ID")
		if err != nil {
			return "", err
		}
		key, err := readKey(r.Context(), apiKey, "Track API key")
		if err != nil {
			return "", err
		}
		r.SetBasicAuth(id, key)
		return r.Header.Get("Authorization"), nil
	}
}

// bearerAuth authorises requests to the App API.
func bearerAuth(appKey credential.Source) authorizer {
	return func(r *http.Request) (string, error) {
		key, err := readKey(r.Context(), appKey, "App API key")
		if err != nil {
			return "", err
		}
		r.Header.Set("Authorization", "Bearer "+key)
		return r.Header.Get("Authorization"), nil
	}
}
