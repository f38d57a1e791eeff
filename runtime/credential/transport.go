package credential

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// maxReplay bounds the body kept in memory to be sent again: twice the 500 KB that the largest request of the Track and
// Pipelines APIs may have.
const maxReplay = 1 << 20

// Authorization is the value of an Authorization header. Make one with [Basic] or [Bearer], as [Config.Build].
type Authorization struct{ header String }

// Basic makes HTTP basic authentication from two keys, as the Track API takes them (site ID, API key), or from one and an
// empty password, as the Pipelines API does (write key).
func Basic(keys []String) (Authorization, error) {
	if len(keys) != 1 && len(keys) != 2 {
		return Authorization{}, fmt.Errorf("basic authentication takes 1 or 2 keys, not %d", len(keys))
	}
	user, password := keys[0].Reveal(), ""
	if len(keys) == 2 {
		password = keys[1].Reveal()
	}
	if strings.Contains(user, ":") {
		return Authorization{}, errors.New("basic authentication: the first key holds a colon")
	}
	return Authorization{NewString("Basic " + base64.StdEncoding.EncodeToString([]byte(user+":"+password)))}, nil
}

// Bearer makes bearer authentication from one key, as the App API takes it.
func Bearer(keys []String) (Authorization, error) {
	if len(keys) != 1 {
		return Authorization{}, fmt.Errorf("bearer authentication takes 1 key, not %d", len(keys))
	}
	token := keys[0].Reveal()
	if err := CheckKey(token); err != nil {
		return Authorization{}, fmt.Errorf("bearer authentication: %w", err)
	}
	return Authorization{NewString("Bearer " + token)}, nil
}

// NewTransport authorises each request with the current keys, so that a client built once, without keys, follows every
// rotation:
//
//	auth, err := credential.NewRotating(ctx, credential.Config[credential.Authorization]{
//		Sources: pair, Build: credential.Basic, Verify: credential.TrackVerifier{Region: region}.Verify,
//	})
//	transport, err := credential.NewTransport(auth, region.TrackURL(), nil)
//	client := customerio.NewTrackClient("", "", customerio.WithHTTPClient(&http.Client{Transport: transport}))
//
// A request answered with 401 waits for a new key ([Config.Patience], at most the request's own deadline) and is sent again
// with it, as [Rotating.Do] does. Without a new key the 401 stands. A body that cannot be read twice is kept in memory for
// that up to 1 MiB; beyond, the request is sent once.
//
// The keys go to the scheme and host of baseURL alone: a request to another host, such as a redirect, is an error. So is a
// baseURL that [CheckBaseURL] refuses. A nil base is [http.DefaultTransport].
func NewTransport(auth *Rotating[Authorization], baseURL string, base http.RoundTripper) (http.RoundTripper, error) {
	if auth == nil || auth.alive == nil {
		return nil, fmt.Errorf("%w: NewTransport needs a Rotating made by NewRotating", ErrConfig)
	}
	if err := CheckBaseURL(baseURL); err != nil {
		return nil, fmt.Errorf("NewTransport: %w", err)
	}
	home, err := url.Parse(baseURL)
	if err != nil {
		return nil, err
	}
	if base == nil {
		base = http.DefaultTransport
	}
	return &transport{auth: auth, scheme: home.Scheme, host: home.Host, base: base}, nil
}

type transport struct {
	auth         *Rotating[Authorization]
	scheme, host string
	base         http.RoundTripper
}

// RoundTrip implements [http.RoundTripper].
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.URL.Scheme != t.scheme || !strings.EqualFold(req.URL.Host, t.host) {
		closeBody(req)
		return nil, fmt.Errorf("credential: the keys are for %s://%s, not for %s://%s", t.scheme, t.host, req.URL.Scheme, req.URL.Host)
	}
	out, err := replayable(req)
	if err != nil {
		return nil, err
	}
	for try := 1; ; try++ {
		used, resp, err := t.send(out)
		if err != nil || resp.StatusCode != http.StatusUnauthorized || try == maxTries || !canReplay(out) {
			return resp, err
		}
		if t.auth.renew(req.Context(), used) != nil {
			return resp, nil
		}
		if out, err = replay(out); err != nil {
			return resp, nil
		}
		// A connection whose answer was read to the end can carry the next request.
		_, _ = io.CopyN(io.Discard, resp.Body, 4<<10)
		_ = resp.Body.Close()
	}
}

// send authorises req, which is ours to change, and says which keys it took.
func (t *transport) send(req *http.Request) (*generation[Authorization], *http.Response, error) {
	g, err := t.auth.take()
	if err != nil {
		closeBody(req)
		return nil, nil, err
	}
	req.Header.Set("Authorization", g.client.header.Reveal())
	g.release()
	resp, err := t.base.RoundTrip(req)
	return g, resp, err
}

// replayable copies req and, if its body is small enough, makes it one that can be read twice.
func replayable(req *http.Request) (*http.Request, error) {
	out := req.Clone(req.Context())
	if out.Header == nil {
		out.Header = http.Header{}
	}
	if canReplay(req) {
		return out, nil
	}
	start, err := io.ReadAll(io.LimitReader(req.Body, maxReplay+1))
	if err != nil {
		closeBody(req)
		return nil, err
	}
	if len(start) > maxReplay {
		rest := req.Body
		out.Body = struct {
			io.Reader
			io.Closer
		}{io.MultiReader(bytes.NewReader(start), rest), rest}
		return out, nil
	}
	closeBody(req)
	out.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(start)), nil }
	out.Body, err = out.GetBody()
	return out, err
}

func canReplay(req *http.Request) bool {
	return req.Body == nil || req.Body == http.NoBody || req.GetBody != nil
}

func replay(req *http.Request) (*http.Request, error) {
	out := req.Clone(req.Context())
	if req.GetBody == nil {
		return out, nil
	}
	body, err := req.GetBody()
	out.Body = body
	return out, err
}

func closeBody(req *http.Request) {
	if req.Body != nil {
		_ = req.Body.Close()
	}
}
