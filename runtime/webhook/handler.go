package webhook

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"time"
)

// Handler calls next for requests that [Verifier.Verify] accepts and answers all others itself, with the status of
// [StatusCode] and no reason in the text. It reads the body, never more than [Config.MaxBody] nor longer than
// [Config.ReadTimeout], and gives next a request from which the same bytes can be read. It accepts every method; leave
// that choice to the route. For typed events see [Verifier.Events].
//
// What can be told from the headers is answered before the body is read. An early disconnect is answered with 400,
// should anyone still listen.
func (v *Verifier) Handler(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := v.receive(w, r)
		if err != nil {
			v.reject(w, r, err)
			return
		}
		r = withBody(r, body)
		if v.config.Duplicates == nil {
			next.ServeHTTP(w, r)
			return
		}
		v.config.Duplicates.serve(w, r, body, next)
	})
}

// receive is the body, if it is verified. The limit for reading holds until then, and if it fails for as long as the
// request: the server reads what is left of a refused body before it takes the next one.
func (v *Verifier) receive(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	lift := v.config.limitReading(w, r)
	if r.ContentLength > v.config.MaxBody {
		return nil, ErrBodyTooLarge
	}
	c, err := parseClaim(r.Header)
	if err != nil {
		return nil, err
	}
	body, err := readBody(w, r, v.config.MaxBody)
	if err != nil {
		return nil, err
	}
	lift()
	return body, v.check(&c, body)
}

func (v *Verifier) reject(w http.ResponseWriter, r *http.Request, err error) {
	v.answer(w, r, err, StatusCode(err))
}

func (v *Verifier) answer(w http.ResponseWriter, r *http.Request, err error, status int) {
	if v.config.OnReject != nil {
		v.config.OnReject(r, err)
	}
	http.Error(w, http.StatusText(status), status)
}

// limitReading sets the time until which the body must be here, and returns what lifts the limit: the server watches the
// connection while the handler runs, and would take the limit for the sender's end. A shorter limit of the server's
// own holds, counted from now. A writer without a connection, such as a recorder, has no limit.
func (c *Config) limitReading(w http.ResponseWriter, r *http.Request) (lift func()) {
	limit := c.ReadTimeout
	if limit == 0 { // of the zero Verifier
		limit = DefaultReadTimeout
	}
	if server, ok := r.Context().Value(http.ServerContextKey).(*http.Server); ok && server.ReadTimeout > 0 {
		limit = min(limit, server.ReadTimeout)
	}
	connection := http.NewResponseController(w)
	if connection.SetReadDeadline(time.Now().Add(limit)) != nil {
		return func() {}
	}
	return func() { _ = connection.SetReadDeadline(time.Time{}) }
}

func readBody(w http.ResponseWriter, r *http.Request, limit int64) ([]byte, error) {
	if r.Body == nil { // only in requests no server made
		return nil, nil
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, ErrBodyTooLarge
	case err != nil:
		return nil, bodyReadError{err}
	}
	return body, nil
}

// withBody is r with its body still to be read, and with the length that is known now. r itself is the server's.
func withBody(r *http.Request, body []byte) *http.Request {
	unread := new(http.Request)
	*unread = *r
	unread.Body = io.NopCloser(bytes.NewReader(body))
	unread.ContentLength = int64(len(body))
	unread.TransferEncoding = nil
	return unread
}
