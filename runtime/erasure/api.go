package erasure

import (
	"context"
	"io"
	"net/http"
)

// An endpoint is one of the two APIs: where it is, how to authenticate, and how fast it may be asked.
type endpoint struct {
	base      string
	client    *http.Client
	limit     *limiter
	authorize authorizer
}

// maxBody bounds what is read of an answer. The longest that matters is a list of a few people.
const maxBody = 1 << 20

// noAnswer is what kept an answer from arriving. Its text may contain the URL, and so the person; see failed.
type noAnswer struct{ error }

func (n *noAnswer) Unwrap() error { return n.error }

// send sends one request and returns the body of a success.
func (e *Eraser) send(ctx context.Context, to endpoint, method, path string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, e.timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, to.base+path, nil)
	if err != nil {
		return nil, &noAnswer{err}
	}
	req.Header.Set("User-Agent", "ciolint-erasure")
	header, err := to.authorize(ctx)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", header)
	resp, err := to.client.Do(req)
	if err != nil {
		return nil, &noAnswer{err}
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxBody+1)) // one byte more shows that there was more
	if err != nil {
		return nil, &noAnswer{err}
	}
	if bad := judge(resp, body); bad != nil {
		bad.keys = header
		return nil, bad
	}
	return body, nil
}
