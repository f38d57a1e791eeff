package cloud_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/credential/cloud"
)

func TestLocalSources(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a key")
	if err := os.WriteFile(path, []byte(`{"api_key":"`+secretText+`"}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("CIO_TEST_Key", secretText)
	fileURL := "file://" + strings.ReplaceAll(path, " ", "%20")
	for rawURL, want := range map[string]string{
		"env://CIO_TEST_Key":                       secretText, // names are case-sensitive, unlike hosts
		fileURL + "?field=api_key":                 secretText,
		strings.ToUpper("env") + "://CIO_TEST_Key": secretText,
	} {
		source := open(t, cloud.Opener{}, rawURL)
		if got, err := get(t, source); got != want || err != nil {
			t.Errorf("%s: %q, %v", rawURL, got, err)
		}
		if printed := fmt.Sprintf("%v %+v %s", source, source, source); strings.Contains(printed, secretText) {
			t.Errorf("%s prints as %s", rawURL, printed)
		}
	}
}

// The whole of a JSON secret is no key, but package credential can take a field of it.
func TestAWholeDocumentIsNoKey(t *testing.T) {
	t.Setenv("CIO_TEST_DOCUMENT", "{\n\t\"api_key\": \""+secretText+"\"\n}")
	source := open(t, cloud.Opener{}, "env://CIO_TEST_DOCUMENT")
	_, err := get(t, source)
	if !errors.Is(err, credential.ErrMalformed) || !strings.Contains(err.Error(), "environment variable CIO_TEST_DOCUMENT") {
		t.Errorf("got %v", err)
	}
	if got, err := credential.Field(source, "api_key").Get(t.Context()); got != secretText {
		t.Errorf("field: %v", err)
	}
	if got, err := get(t, open(t, cloud.Opener{}, "env://CIO_TEST_DOCUMENT?field=api_key")); got != secretText {
		t.Errorf("field in the URL: %v", err)
	}
}

func TestAWorldReadableFileMustBeAllowed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "key")
	if err := errors.Join(os.WriteFile(path, []byte("key"), 0o644), os.Chmod(path, 0o644)); err != nil {
		t.Fatal(err)
	}
	if _, err := get(t, open(t, cloud.Opener{}, "file://"+path)); !errors.Is(err, credential.ErrInsecure) {
		t.Errorf("got %v", err)
	}
	if got, err := get(t, open(t, cloud.Opener{}, "file://"+path+"?world_readable=allow")); got != "key" {
		t.Errorf("allowed: %v", err)
	}
}

func TestOpenRefusesWhatItWouldMisread(t *testing.T) {
	tests := map[string]string{
		"":                                   "unknown scheme",
		secretText:                           "unknown scheme",
		secretText + "://x":                  "unknown scheme",
		"http://[" + secretText:              "malformed",
		"vault://" + secretText:              "expected one of awsparamstore, awssecretsmanager, env, file, gcpsecretmanager",
		"env:NAME":                           "expected //",
		"env://":                             "env://NAME",
		"env://NAME/" + secretText:           "env://NAME",
		"env://user:" + secretText + "@NAME": "a user",
		"env://NAME#" + secretText:           "a fragment",
		"env://NAME?region=eu":               `unknown parameter "region", expected one of field`,
		"env://NAME?field=":                  "wants one value",
		"env://NAME?field=a&field=b":         "wants one value",
		"env://NAME?field=%zz":               "malformed parameters",
		"file://relative/path":               "three slashes",
		"file://":                            "three slashes",
		"file:///key?world_readable=yes":     `can be "allow"`,
		"gcpsecretmanager://projects/p":      "expected projects/PROJECT/secrets/SECRET",
		"gcpsecretmanager://p/secrets/s":     "expected projects/PROJECT/secrets/SECRET",
		"gcpsecretmanager://projects/p/secrets/s/versions/":              "expected projects/PROJECT/secrets/SECRET",
		"gcpsecretmanager://projects/p/locations/evil.com%2Fx/secrets/s": "expected projects/PROJECT/secrets/SECRET",
		"awsparamstore://":                    "awsparamstore://NAME",
		"awssecretsmanager:///":               "awssecretsmanager://NAME",
		"awsparamstore://name?decoder=string": `unknown parameter "decoder", expected one of field, region, profile, endpoint`,
	}
	for rawURL, says := range tests {
		source, err := cloud.Open(context.Background(), rawURL)
		if source != nil || err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), secretText) {
			t.Errorf("%s: %v; want %q", rawURL, err, says)
		}
	}
}
