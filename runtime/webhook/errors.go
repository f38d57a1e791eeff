package webhook

import (
	"errors"
	"net/http"
)

// The reasons for which a request is refused. Test for them with [errors.Is]; texts may change.
var (
	// ErrMissingSignature: the request has no X-CIO-Signature.
	ErrMissingSignature = errors.New("webhook: no X-CIO-Signature header")
	// ErrMissingTimestamp: the request has no X-CIO-Timestamp.
	ErrMissingTimestamp = errors.New("webhook: no X-CIO-Timestamp header")
	// ErrMalformedTimestamp: X-CIO-Timestamp is not the decimal number of a second between 1970 and 9999, or comes
	// with two different values.
	ErrMalformedTimestamp = errors.New("webhook: malformed X-CIO-Timestamp header")
	// ErrSignature: no key made this signature for this timestamp and body, or it is not 64 hex digits, or comes with
	// two different values.
	ErrSignature = errors.New("webhook: signature does not match")
	// ErrStale: the signature is right, but the request was sent outside the freshness window. The error's text says
	// by how much; much in the future means that a clock is wrong.
	ErrStale = errors.New("webhook: signature is valid but stale")
	// ErrBodyTooLarge: the body is longer than [Config.MaxBody], or than a limit set before the verifier.
	ErrBodyTooLarge = errors.New("webhook: body is too large")
	// ErrBodyRead: the body broke off. [errors.Is] finds the cause too.
	ErrBodyRead = errors.New("webhook: body could not be read")
)

// Errors that are no request's fault.
var (
	// ErrKey: there is no signing key, or one that can never be right. In the second case [errors.Is] also finds the error
	// of [credential.CheckKey], and the text says which key it is and what is in it, without the key.
	ErrKey = errors.New("webhook: unusable signing key")
	// ErrConfig: a setting of [Config] makes no sense.
	ErrConfig = errors.New("webhook: bad configuration")
)

// StatusCode is the HTTP status with which to answer a request of which [Verifier.Verify] or [ParseEvent] said err: 200
// for nil, else 400, 401 or 413. It is 500 only for [ErrKey], which a Verifier that [NewVerifier] made never gives for a
// request.
func StatusCode(err error) int {
	switch {
	case err == nil:
		return http.StatusOK
	case errors.Is(err, ErrBodyTooLarge):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, ErrMalformedTimestamp), errors.Is(err, ErrBodyRead), errors.Is(err, ErrMalformedEvent):
		return http.StatusBadRequest
	case errors.Is(err, ErrKey):
		return http.StatusInternalServerError
	default:
		return http.StatusUnauthorized
	}
}

// bodyReadError keeps the cause for errors.Is and out of the text: what a reader set by other middleware says in its
// errors is not known.
type bodyReadError struct{ cause error }

func (e bodyReadError) Error() string   { return ErrBodyRead.Error() }
func (e bodyReadError) Unwrap() []error { return []error{ErrBodyRead, e.cause} }
