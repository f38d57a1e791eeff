package credential

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
)

// What can be wrong with a source; match with errors.Is. No error of this package holds a value. [ErrMalformed] is
// another.
var (
	ErrNotSet   = errors.New("not set")
	ErrEmpty    = errors.New("empty")
	ErrInsecure = errors.New("open to every user of the machine")
)

// A Source knows where a key is kept. Get returns the key as it is now, never an empty one without an error, and the same
// one until it is rotated. It ends when the context does, and may be called from several goroutines. An implementation
// must keep the value out of its errors.
type Source interface {
	Get(ctx context.Context) (string, error)
}

// A DocumentSource is a [Source] of a text that may be more than one key, such as a JSON secret over several lines.
// [Field] takes the text from Document; Get is for those who want the whole as a key, and checks it as one. All sources
// of this package are such.
type DocumentSource interface {
	Source
	Document(ctx context.Context) (string, error)
}

// SourceFunc lets a function be a [Source]. It must return the secret as it is stored.
type SourceFunc func(ctx context.Context) (string, error)

// Document calls f. A nil f is an error that is [ErrNotSet].
func (f SourceFunc) Document(ctx context.Context) (string, error) {
	if f == nil {
		return "", fmt.Errorf("%s: %w", f, ErrNotSet)
	}
	return f(ctx)
}

// Get calls f and checks what it returns; see [CheckKey].
func (f SourceFunc) Get(ctx context.Context) (string, error) { return getKey(ctx, f) }

func (f SourceFunc) String() string { return "credential function" }

// Env reads the environment variable of that name, without the newline a key often gets on its way through a file.
//
// Errors: [ErrNotSet], [ErrEmpty], [ErrMalformed]. Nobody outside can change the environment of a running process, so a
// key that must rotate without a restart belongs in a [File] or a secret manager.
func Env(name string) Source { return env(name) }

type env string

func (e env) Get(ctx context.Context) (string, error) { return getKey(ctx, e) }

func (e env) Document(ctx context.Context) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	value, ok := os.LookupEnv(string(e))
	if !ok {
		return "", fmt.Errorf("%s: %w", e, ErrNotSet)
	}
	return trimNewline(value), nil
}

func (e env) String() string { return "environment variable " + string(e) }

// Static always returns value. It is for tests: in other code the key would be part of the program, which is what the
// linter's credential rule reports.
//
// Errors: [ErrEmpty], [ErrMalformed].
func Static(value string) Source { return static{NewString(value)} }

type static struct{ value String }

func (s static) Get(ctx context.Context) (string, error) { return getKey(ctx, s) }

func (s static) Document(ctx context.Context) (string, error) { return s.value.Reveal(), ctx.Err() }

func (s static) String() string { return "static credential" }

// getKey reads a document that has to be one key.
func getKey(ctx context.Context, source interface {
	DocumentSource
	fmt.Stringer
}) (string, error) {
	key, err := source.Document(ctx)
	if err != nil {
		return "", err
	}
	if err := CheckKey(key); err != nil {
		return "", fmt.Errorf("%s: %w", source, err)
	}
	return key, nil
}

// Field picks one string out of a source that holds a JSON object, which is how secret managers are used to keep a site
// ID and its key together: {"site_id": "...", "api_key": "..."}. The name is matched exactly.
//
// Errors: those of the source, [ErrNotSet], [ErrEmpty], [ErrMalformed], and one that says the secret is no JSON object or
// the field no string.
func Field(source Source, name string) Source { return field{source, name} }

type field struct {
	source Source
	name   string
}

func (f field) Get(ctx context.Context) (string, error) { return getKey(ctx, f) }

func (f field) Document(ctx context.Context) (string, error) {
	whole, err := document(ctx, f.source)
	if errors.Is(err, errNil) {
		return "", fmt.Errorf("%s: the source is %w", f, ErrNotSet)
	}
	if err != nil {
		return "", err
	}
	var fields map[string]json.RawMessage
	// The decoder's own error may quote what it stumbled over, so it is not passed on.
	if json.Unmarshal([]byte(whole), &fields) != nil {
		return "", fmt.Errorf("%s: the secret is not a JSON object", f)
	}
	raw, ok := fields[f.name]
	if !ok {
		return "", fmt.Errorf("%s: %w", f, ErrNotSet)
	}
	var value *string
	if json.Unmarshal(raw, &value) != nil || value == nil {
		return "", fmt.Errorf("%s: not a string", f)
	}
	return *value, nil
}

var errNil = errors.New("nil source")

// document reads a source whose text may be more than a key.
func document(ctx context.Context, source Source) (string, error) {
	switch source := source.(type) {
	case nil:
		return "", errNil
	case DocumentSource:
		return source.Document(ctx)
	}
	return source.Get(ctx)
}

func (f field) String() string { return fmt.Sprintf("field %q of %s", f.name, describe(f.source)) }

// describe names a source in an error: by its String method, or by its type. Never by its fields, one of which may be a key.
func describe(source Source) string {
	if s, ok := source.(fmt.Stringer); ok {
		return s.String()
	}
	return fmt.Sprintf("%T", source)
}

// trimNewline drops the line ends that editors, echo and here-documents leave after a key. Nothing else is touched.
func trimNewline(value string) string { return strings.TrimRight(value, "\r\n") }
