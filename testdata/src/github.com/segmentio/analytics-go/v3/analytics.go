// Stub written from the public signatures, for tests.

// Package analytics has the surface of github.com/segmentio/analytics-go/v3 v3.3.0.
package analytics

import (
	"errors"
	"io"
	"log"
	"net/http"
	"time"
)

// Defaults of the client.
const (
	Version          = "3.0.0"
	DefaultEndpoint  = "https://api.segment.io"
	DefaultInterval  = 5 * time.Second
	DefaultBatchSize = 250
)

// Errors of the client.
var (
	ErrClosed          = errors.New("client closed")
	ErrTooManyRequests = errors.New("too many requests")
	ErrMessageTooBig   = errors.New("message too big")
)

// Client queues messages and sends them in batches.
type Client interface {
	io.Closer
	Enqueue(Message) error
}

// Message is one call: Identify, Track, Group, Page, Screen or Alias.
type Message interface {
	Validate() error
}

// Callback is told what became of each message.
type Callback interface {
	Success(Message)
	Failure(Message, error)
}

// Logger receives what the client has to say.
type Logger interface {
	Logf(format string, args ...interface{})
	Errorf(format string, args ...interface{})
}

// StdLogger adapts a standard logger.
func StdLogger(logger *log.Logger) Logger { return nil }

// Config configures a client.
type Config struct {
	Endpoint       string
	Interval       time.Duration
	Transport      http.RoundTripper
	Logger         Logger
	Callback       Callback
	BatchSize      int
	Verbose        bool
	DefaultContext *Context
	RetryAfter     func(int) time.Duration
}

// ConfigError names a bad configuration field.
type ConfigError struct {
	Reason string
	Field  string
	Value  interface{}
}

func (e ConfigError) Error() string { return e.Reason }

// FieldError names a bad message field.
type FieldError struct {
	Type  string
	Name  string
	Value interface{}
}

func (e FieldError) Error() string { return e.Name }

// FieldGetter gives fields by name.
type FieldGetter interface {
	GetField(field string) (interface{}, bool)
}

// ValidateFields validates a custom message.
func ValidateFields(msg FieldGetter) error { return nil }

type client struct {
	key string
}

// New returns a client with the default configuration.
func New(writeKey string) Client { return &client{key: writeKey} }

// NewWithConfig returns a client.
func NewWithConfig(writeKey string, config Config) (cli Client, err error) {
	return &client{key: writeKey}, nil
}

func (c *client) Enqueue(msg Message) error { return nil }
func (c *client) Close() error              { return nil }
