package cloud

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/config"
	"google.golang.org/api/option"

	"github.com/ciolint/ciolint/runtime/credential"
)

// Source is a [credential.Source] that may hold a connection.
type Source struct {
	document func(ctx context.Context) (string, error)
	name     string
	close    func() error
}

// Get asks the store for the key and checks it; see [credential.CheckKey].
func (s *Source) Get(ctx context.Context) (string, error) {
	key, err := s.document(ctx)
	if err != nil {
		return "", err
	}
	if err := credential.CheckKey(key); err != nil {
		return "", fmt.Errorf("%s: %w", s.name, err)
	}
	return key, nil
}

// Document asks the store for the whole secret, which may be more than a key: [credential.Field] takes it from here.
func (s *Source) Document(ctx context.Context) (string, error) { return s.document(ctx) }

// String names the secret, not its value.
func (s *Source) String() string { return s.name }

// Close gives up the connection. The other sources go on.
func (s *Source) Close() error { return s.close() }

// Opener opens sources with settings that a URL does not carry. The zero value has none.
type Opener struct {
	// GCP is added to the options of the Secret Manager client, for instance option.WithCredentialsFile.
	GCP []option.ClientOption
	// AWS is added to the options of config.LoadDefaultConfig, for instance config.WithCredentialsProvider.
	AWS []func(*config.LoadOptions) error
}

// Open makes a source of a URL; see the package documentation. It contacts nobody: a missing secret shows at the first
// Get, a malformed URL or name here. The context bounds looking for the program's own credentials.
func Open(ctx context.Context, rawURL string) (*Source, error) { return Opener{}.Open(ctx, rawURL) }

// A scheme opens what one kind of URL names, and says which parameters it knows besides field.
type scheme struct {
	open       func(o Opener, ctx context.Context, u *url.URL) (*Source, error)
	parameters []string
}

var schemes = map[string]scheme{
	"env":               {Opener.openEnv, nil},
	"file":              {Opener.openFile, []string{"world_readable"}},
	"gcpsecretmanager":  {Opener.openSecretManager, nil},
	"awsparamstore":     {Opener.openParameter, awsParameters},
	"awssecretsmanager": {Opener.openSecret, awsParameters},
}

// Open is like the function [Open], with the settings of o.
func (o Opener) Open(ctx context.Context, rawURL string) (*Source, error) {
	u, err := url.Parse(rawURL)
	if err != nil {
		return nil, errors.New("credential URL: malformed")
	}
	s, ok := schemes[u.Scheme]
	if !ok {
		return nil, fmt.Errorf("credential URL: unknown scheme, expected one of %s", strings.Join(slices.Sorted(maps.Keys(schemes)), ", "))
	}
	if err := check(u, append([]string{"field"}, s.parameters...)); err != nil {
		return nil, fmt.Errorf("credential URL %s://: %w", u.Scheme, err)
	}
	source, err := s.open(o, ctx, u)
	if err != nil {
		return nil, fmt.Errorf("credential URL %s://: %w", u.Scheme, err)
	}
	if field := u.Query().Get("field"); field != "" {
		whole := *source
		source.document = credential.Field(&whole, field).Get
		source.name = fmt.Sprintf("field %q of %s", field, source.name)
	}
	return source, nil
}

// check refuses what no scheme has a use for, and would otherwise be dropped in silence.
func check(u *url.URL, parameters []string) error {
	if u.Opaque != "" {
		return errors.New("expected // after the scheme")
	}
	if u.User != nil || u.Fragment != "" {
		return errors.New("a user or a fragment has no meaning here")
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return errors.New("malformed parameters")
	}
	for _, name := range slices.Sorted(maps.Keys(query)) {
		if !slices.Contains(parameters, name) {
			return fmt.Errorf("unknown parameter %q, expected one of %s", name, strings.Join(parameters, ", "))
		}
		if len(query[name]) != 1 || query[name][0] == "" {
			return fmt.Errorf("parameter %q wants one value", name)
		}
	}
	return nil
}

// secretName is what host and path name together. A leading slash is part of the name.
func secretName(u *url.URL) string {
	if u.Host == "" && strings.Trim(u.Path, "/") == "" {
		return ""
	}
	return path.Join(u.Host, u.Path)
}

func (Opener) openEnv(_ context.Context, u *url.URL) (*Source, error) {
	if u.Host == "" || strings.Trim(u.Path, "/") != "" {
		return nil, errors.New("expected env://NAME")
	}
	return local(documentOf(credential.Env(u.Host)), "environment variable "+u.Host), nil
}

func (Opener) openFile(_ context.Context, u *url.URL) (*Source, error) {
	if u.Host != "" || u.Path == "" {
		return nil, errors.New("expected file:///path, with three slashes")
	}
	var options []credential.FileOption
	switch u.Query().Get("world_readable") {
	case "":
	case "allow":
		options = append(options, credential.AllowWorldReadable())
	default:
		return nil, errors.New(`parameter "world_readable" can be "allow"`)
	}
	return local(documentOf(credential.File(u.Path, options...)), "file "+u.Path), nil
}

// local is a source without a connection.
func local(document func(context.Context) (string, error), name string) *Source {
	return &Source{document: document, name: name, close: func() error { return nil }}
}

// documentOf is how a source of package credential gives its whole text.
func documentOf(source credential.Source) func(context.Context) (string, error) {
	return source.(credential.DocumentSource).Document
}

// trimNewline drops the line ends that come with a key from a file or an echo.
func trimNewline(value string) string { return strings.TrimRight(value, "\r\n") }
