package cloud_test

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/smithy-go"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/credential/cloud"
)

// fakeAWS answers the two calls in the services' JSON protocol: POST /, the operation in X-Amz-Target, a signed request,
// errors with a __type.
func fakeAWS(t *testing.T) (string, cloud.Opener) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var in struct {
			Name, SecretID string
			WithDecryption bool
		}
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil || r.Method != http.MethodPost || r.URL.Path != "/" {
			t.Errorf("%s %s: %v", r.Method, r.URL, err)
		}
		if got := r.Header.Get("Content-Type"); got != "application/x-amz-json-1.1" {
			t.Errorf("content type %q", got)
		}
		w.Header().Set("Content-Type", "application/x-amz-json-1.1")
		service, target := "ssm", r.Header.Get("X-Amz-Target")
		switch target {
		case "AmazonSSM.GetParameter":
			if !in.WithDecryption {
				t.Error("a SecureString would come encrypted")
			}
			answerParameter(w, in.Name)
		case "secretsmanager.GetSecretValue":
			service = "secretsmanager"
			answerSecret(w, in.SecretID)
		default:
			t.Errorf("operation %q", target)
		}
		scope := "/eu-central-1/" + service + "/aws4_request"
		if got := r.Header.Get("Authorization"); !strings.HasPrefix(got, "AWS4-HMAC-SHA256 Credential=id/") || !strings.Contains(got, scope) {
			t.Errorf("signed as %q, want the scope %s", got, scope)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL, cloud.Opener{AWS: []func(*config.LoadOptions) error{
		config.WithCredentialsProvider(credentials.NewStaticCredentialsProvider("id", "of nobody", "")),
		config.WithRetryMaxAttempts(1),
	}}
}

func fail(w http.ResponseWriter, kind, message string) {
	w.WriteHeader(http.StatusBadRequest)
	_ = json.NewEncoder(w).Encode(map[string]string{"__type": kind, "message": message})
}

func answerParameter(w http.ResponseWriter, name string) {
	values := map[string]string{"/prod/key": secretText + "\n", "plain": "value", "/empty": "\n",
		"arn:aws:ssm:eu-central-1:123456789012:parameter/prod/key": "by-ARN"}
	value, ok := values[name]
	switch {
	case name == "/garbled":
		_, _ = io.WriteString(w, `{"Parameter":{"Value":"`+secretText+`"`)
	case name == "/forbidden":
		fail(w, "AccessDeniedException", "not authorized to perform: ssm:GetParameter")
	case !ok:
		fail(w, "ParameterNotFound", "")
	default:
		_ = json.NewEncoder(w).Encode(map[string]any{"Parameter": map[string]any{"Name": name, "Type": "SecureString", "Value": value, "Version": 3}})
	}
}

func answerSecret(w http.ResponseWriter, id string) {
	answers := map[string]map[string]any{
		"prod/pair": {"SecretString": `{"site_id":"site","api_key":"` + secretText + `"}`},
		"binary":    {"SecretBinary": []byte(secretText)},
		"empty":     {"SecretString": ""},
		"nothing":   {},
		"arn:aws:secretsmanager:eu-central-1:123456789012:secret:pair-AbCdEf": {"SecretString": "by-ARN"},
	}
	answer, ok := answers[id]
	if !ok {
		fail(w, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.")
		return
	}
	_ = json.NewEncoder(w).Encode(answer)
}

func TestAWS(t *testing.T) {
	endpoint, opener := fakeAWS(t)
	settings := "region=eu-central-1&endpoint=" + endpoint
	tests := []struct {
		url, want string
		is        error
		says      string
	}{
		{"awsparamstore:///prod/key", secretText, nil, ""},
		{"awsparamstore://plain", "value", nil, ""},
		{"awsparamstore:///arn:aws:ssm:eu-central-1:123456789012:parameter/prod/key", "by-ARN", nil, ""},
		{"awsparamstore:///absent", "", credential.ErrNotSet, "AWS parameter /absent"},
		{"awsparamstore:///empty", "", credential.ErrEmpty, "AWS parameter /empty"},
		{"awsparamstore:///forbidden", "", nil, "AccessDenied"},
		{"awsparamstore:///garbled", "", nil, "AWS parameter /garbled"},
		{"awssecretsmanager://prod/pair?field=api_key", secretText, nil, ""},
		{"awssecretsmanager://binary", secretText, nil, ""},
		{"awssecretsmanager:///arn:aws:secretsmanager:eu-central-1:123456789012:secret:pair-AbCdEf", "by-ARN", nil, ""},
		{"awssecretsmanager://absent", "", credential.ErrNotSet, "AWS secret absent"},
		{"awssecretsmanager://empty", "", credential.ErrEmpty, "AWS secret empty"},
		{"awssecretsmanager://nothing", "", credential.ErrEmpty, "AWS secret nothing"},
	}
	for _, test := range tests {
		join := "?"
		if strings.Contains(test.url, "?") {
			join = "&"
		}
		got, err := get(t, open(t, opener, test.url+join+settings))
		if got != test.want || (err == nil) != (test.says == "") || test.is != nil && !errors.Is(err, test.is) {
			t.Errorf("%s: %q, %v", test.url, got, err)
		}
		if err != nil && (!strings.Contains(err.Error(), test.says) || strings.Contains(err.Error(), secretText)) {
			t.Errorf("%s: %v; want %q", test.url, err, test.says)
		}
	}
	var answer smithy.APIError
	if _, err := get(t, open(t, opener, "awsparamstore:///forbidden?"+settings)); !errors.As(err, &answer) {
		t.Errorf("the SDK's error cannot be reached through %v", err)
	}
}

func TestAWSNeedsARegion(t *testing.T) {
	for _, name := range []string{"AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE"} {
		t.Setenv(name, "")
	}
	t.Setenv("AWS_CONFIG_FILE", t.TempDir()+"/absent")
	_, opener := fakeAWS(t)
	for _, rawURL := range []string{"awsparamstore://key", "awssecretsmanager://key"} {
		if _, err := opener.Open(t.Context(), rawURL); err == nil || !strings.Contains(err.Error(), "AWS_REGION") {
			t.Errorf("%s: %v", rawURL, err)
		}
	}
	t.Setenv("AWS_REGION", "eu-central-1")
	if _, err := opener.Open(t.Context(), "awsparamstore://key"); err != nil {
		t.Errorf("with a region from the environment: %v", err)
	}
	if _, err := opener.Open(t.Context(), "awsparamstore://key?profile=absent"); err == nil {
		t.Error("a profile that does not exist was accepted")
	}
}
