package webhook

import (
	"bytes"
	"errors"
	"io"
	"net/http"
)

// Handler calls next for requests that [Verifier.Verify] accepts and answers all others itself, with the status of
// [StatusCode] and no reason in the text. It reads the body, never more than [Config.MaxBody], and gives next a request
// from which the same bytes can be read. It accepts every method; leave that choice to the route.
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

// receive is the body, if it is verified.
func (v *Verifier) receive(w http.ResponseWriter, r *http.Request) ([]byte, error) {
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
	return body, v.check(&c, body)
}

func (v *Verifier) reject(w http.ResponseWriter, r *http.Request, err error) {
	if v.config.OnReject != nil {
		v.config.OnReject(r, err)
	}
	status := StatusCode(err)
	http.Error(w, http.StatusText(status), status)
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
