package erasure

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"time"

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

// readKey gets a key; kind names it in errors.
func readKey(ctx context.Context, source credential.Source, kind string) (string, error) {
	key, err := credential.Read(ctx, source)
	if err != nil {
		return "", &noCredential{kind, err}
	}
	return key, nil
}

// An authorizer makes an Authorization header of the current keys.
type authorizer func(ctx context.Context) (header string, err error)

// basicAuth authorises requests to the Track API.
func basicAuth(siteID, apiKey credential.Source) authorizer {
	return func(ctx context.Context) (string, error) {
		id, err := readKey(ctx, siteID, "site ID")
		if err != nil {
			return "", err
		}
		key, err := readKey(ctx, apiKey, "Track API key")
		if err != nil {
			return "", err
		}
		return "Basic " + base64.StdEncoding.EncodeToString([]byte(id+":"+key)), nil
	}
}

// bearerAuth authorises requests to the App API.
func bearerAuth(appKey credential.Source) authorizer {
	return func(ctx context.Context) (string, error) {
		key, err := readKey(ctx, appKey, "App API key")
		return "Bearer " + key, err
	}
}

// How long a 401 may be the effect of a rotation, and how often to look: a script stores the new key some moments after
// the old one has died.
const (
	rotationTakes = credential.DefaultPatience
	keyLook       = 100 * time.Millisecond
)

// awaitKeys reports whether the keys differ, soon, from those that were refused. Meanwhile nobody else sends anything:
// the others have no better keys.
func (e *Eraser) awaitKeys(ctx context.Context, to endpoint, refused string) bool {
	for deadline := e.clock.Now().Add(rotationTakes); ; {
		if now, err := to.authorize(ctx); err == nil && now != refused {
			return true
		}
		if !e.clock.Now().Before(deadline) {
			return false
		}
		to.limit.hold(keyLook)
		if e.clock.Sleep(ctx, keyLook) != nil {
			return false
		}
	}
}
