// Stub written from the public signatures, for tests.

package customerio

import "errors"

// Errors of transactional sends.
var (
	ErrAttachmentExists                = errors.New("attachment exists")
	ErrInvalidTransactionalMessageType = errors.New("unknown message type")
)

// CustomerIOError is the failed answer of the API.
type CustomerIOError struct {
	status int
	url    string
	body   []byte
}

func (e *CustomerIOError) Error() string   { return e.url }
func (e *CustomerIOError) StatusCode() int { return e.status }
func (e *CustomerIOError) URL() string     { return e.url }
func (e *CustomerIOError) Body() []byte    { return e.body }

// ParamError names a missing parameter.
type ParamError struct {
	Param string
}

func (e ParamError) Error() string { return e.Param }

// TransactionalError is a refused transactional send.
type TransactionalError struct {
	Err        string
	StatusCode int
}

func (e *TransactionalError) Error() string { return e.Err }
