package credential

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
)

// What can be wrong with a source; match with errors.Is. No error of this package holds a value.
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

// SourceFunc lets a function be a [Source].
type SourceFunc func(ctx context.Context) (string, error)

// Get calls f. A nil f is an error that is [ErrNotSet].
func (f SourceFunc) Get(ctx context.Context) (string, error) {
	if f == nil {
		return "", fmt.Errorf("credential function: %w", ErrNotSet)
	}
	return f(ctx)
}

// Env reads the environment variable of that name, without the newline a key often gets on its way through a file.
//
// Errors: [ErrNotSet], [ErrEmpty]. Nobody outside can change the environment of a running process, so a key that must
// rotate without a restart belongs in a [File] or a secret manager.
func Env(name string) Source { return env(name) }

type env string

func (e env) Get(ctx context.Context) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	value, ok := os.LookupEnv(string(e))
	if !ok {
		return "", fmt.Errorf("environment variable %s: %w", string(e), ErrNotSet)
	}
	if value = trimNewline(value); value == "" {
		return "", fmt.Errorf("environment variable %s: %w", string(e), ErrEmpty)
	}
	return value, nil
}

func (e env) String() string { return "environment variable " + string(e) }

// Static always returns value. It is for tests: in other code the key would be part of the program, which is what the
// linter's credential rule reports.
//
// Error: [ErrEmpty].
func Static(value string) Source { return static{NewString(value)} }

type static struct{ value String }

func (s static) Get(ctx context.Context) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	if s.value.IsEmpty() {
		return "", fmt.Errorf("static credential: %w", ErrEmpty)
	}
	return s.value.Reveal(), nil
}

func (s static) String() string { return "static credential" }

// Field picks one string out of a source that holds a JSON object, which is how secret managers are used to keep a site
// ID and its key together: {"site_id": "...", "api_key": "..."}. The name is matched exactly.
//
// Errors: those of the source, [ErrNotSet], [ErrEmpty], and one that says the secret is no JSON object or the field no
// string.
func Field(source Source, name string) Source { return field{source, name} }

type field struct {
	source Source
	name   string
}

func (f field) Get(ctx context.Context) (string, error) {
	if f.source == nil {
		return "", fmt.Errorf("%s: the source is %w", f, ErrNotSet)
	}
	whole, err := f.source.Get(ctx)
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
	if *value == "" {
		return "", fmt.Errorf("%s: %w", f, ErrEmpty)
	}
	return *value, nil
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
