package credential_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/credential"
)

func TestEnv(t *testing.T) {
	t.Setenv("CIO_TEST_KEY", secretText+"\r\n")
	t.Setenv("CIO_TEST_EMPTY", "\n")
	tests := []struct {
		name, want string
		err        error
	}{
		{"CIO_TEST_KEY", secretText, nil},
		{"CIO_TEST_EMPTY", "", credential.ErrEmpty},
		{"CIO_TEST_ABSENT", "", credential.ErrNotSet},
	}
	for _, test := range tests {
		got, err := credential.Env(test.name).Get(context.Background())
		if got != test.want || !errors.Is(err, test.err) {
			t.Errorf("%s: %q, %v", test.name, got, err)
		}
		if err != nil && !strings.Contains(err.Error(), test.name) {
			t.Errorf("%s: the error does not say which variable: %v", test.name, err)
		}
	}
	t.Setenv("CIO_TEST_KEY", "next")
	if got, _ := credential.Env("CIO_TEST_KEY").Get(context.Background()); got != "next" {
		t.Errorf("a change by the program itself is not seen: %q", got)
	}
}

func TestStatic(t *testing.T) {
	if got, err := credential.Static(secretText).Get(context.Background()); got != secretText || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := credential.Static("").Get(context.Background()); !errors.Is(err, credential.ErrEmpty) {
		t.Errorf("empty: %v", err)
	}
}

func TestField(t *testing.T) {
	whole := credential.Static(`{"site_id":"s","api_key":"` + secretText + `","port":1,"none":null,"empty":"","list":["x"]}`)
	got, err := credential.Field(whole, "api_key").Get(context.Background())
	if got != secretText || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	failure := errors.New("store is away")
	tests := []struct {
		source credential.Source
		field  string
		is     error
		says   string
	}{
		{whole, "absent", credential.ErrNotSet, `field "absent" of static credential: not set`},
		{whole, "API_KEY", credential.ErrNotSet, "not set"},
		{whole, "empty", credential.ErrEmpty, "empty"},
		{whole, "none", nil, "not a string"},
		{whole, "port", nil, "not a string"},
		{whole, "list", nil, "not a string"},
		{credential.Static(secretText), "api_key", nil, "not a JSON object"},
		{credential.Static(`["` + secretText + `"]`), "api_key", nil, "not a JSON object"},
		{credential.SourceFunc(func(context.Context) (string, error) { return "", failure }), "api_key", failure, "away"},
	}
	for _, test := range tests {
		got, err := credential.Field(test.source, test.field).Get(context.Background())
		if got != "" || err == nil || test.is != nil && !errors.Is(err, test.is) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %q, %v; want an error that says %q", test.field, got, err, test.says)
		}
		if err != nil && leaks(err.Error()) {
			t.Errorf("%s: the error holds the secret: %v", test.field, err)
		}
	}
}

func TestSourcesHeedTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	t.Setenv("CIO_TEST_KEY", secretText)
	path := writeFile(t, t.TempDir(), "key", secretText)
	for _, source := range []credential.Source{credential.Env("CIO_TEST_KEY"), credential.Static(secretText), credential.File(path)} {
		if got, err := source.Get(ctx); got != "" || !errors.Is(err, context.Canceled) {
			t.Errorf("%v: %q, %v", source, got, err)
		}
	}
}
