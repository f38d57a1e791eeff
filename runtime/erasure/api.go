package erasure

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
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

// A badStatus is an answer other than 200.
type badStatus struct {
	status      int
	body        []byte
	message     string
	retryAfter  string        // the header's text
	askedToWait time.Duration // set if it was too long to wait
	outdated    bool          // a 401 for credentials that are no longer the current ones
}

// Error shows the status alone, as the message may name a person; see failed.
func (b *badStatus) Error() string { return fmt.Sprintf("status %d", b.status) }

// noAnswer is what kept an answer from arriving. Its text may contain the URL, and so the person; see failed.
type noAnswer struct{ error }

func (n *noAnswer) Unwrap() error { return n.error }

// send sends one request and returns the body of a 200.
func (e *Eraser) send(ctx context.Context, to endpoint, method, path string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, e.timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, to.base+path, nil)
	if err != nil {
		return nil, &noAnswer{err}
	}
	req.Header.Set("User-Agent", "ciolint-erasure")
	token, err := to.authorize(req)
	if err != nil {
		return nil, err
	}
	resp, err := to.client.Do(req)
	if err != nil {
		return nil, &noAnswer{err}
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxBody))
	if err != nil {
		return nil, &noAnswer{err}
	}
	if resp.StatusCode == http.StatusOK {
		return body, nil
	}
	bad := &badStatus{status: resp.StatusCode, body: body, retryAfter: resp.Header.Get("Retry-After")}
	bad.message = apiMessage(resp, body)
	bad.outdated = bad.status == http.StatusUnauthorized && isOutdated(req, to, token)
	return nil, bad
}

// isOutdated reports whether the credentials changed since a request was made.
func isOutdated(req *http.Request, to endpoint, token string) bool {
	now, err := to.authorize(req.Clone(req.Context()))
	return err == nil && now != token
}

// apiMessage finds the reason in an answer. The APIs have several shapes for it, such as {"meta":{"error":"..."}},
// {"meta":{"errors":["..."]}} (https://docs.customer.io/journeys/invalid-api-requests) and
// {"errors":[{"detail":"..."}]}. What is not JSON is a proxy's page and not the API's words.
func apiMessage(resp *http.Response, body []byte) string {
	if resp.StatusCode/100 == 3 {
		return "redirected, not followed: is it the account's region?"
	}
	var answer any
	if json.Unmarshal(body, &answer) != nil {
		return ""
	}
	return strings.Join(reasons(answer), "; ")
}

// reasons are the texts in an answer that explain it.
func reasons(answer any) []string {
	var out []string
	switch answer := answer.(type) {
	case string:
		out = append(out, answer)
	case []any:
		for _, element := range answer {
			out = append(out, reasons(element)...)
		}
	case map[string]any:
		for _, key := range []string{"meta", "error", "errors", "reason", "detail", "message"} {
			out = append(out, reasons(answer[key])...)
		}
	}
	return out
}
