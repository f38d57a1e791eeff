package cloud_test

import (
	"context"
	"errors"
	"hash/crc32"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"cloud.google.com/go/secretmanager/apiv1/secretmanagerpb"
	"google.golang.org/api/option"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/test/bufconn"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/credential/cloud"
)

// secretText is searched for in every error; it is no key of anything.
const secretText = "made-up-and-secret"

// fakeSecretManager is the real service's gRPC interface over a map from secret to versions.
type fakeSecretManager struct {
	secretmanagerpb.UnimplementedSecretManagerServiceServer
	mu       sync.Mutex
	versions map[string][]string
	damage   bool
}

func (f *fakeSecretManager) add(secret, value string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.versions[secret] = append(f.versions[secret], value)
}

func (f *fakeSecretManager) AccessSecretVersion(_ context.Context, req *secretmanagerpb.AccessSecretVersionRequest) (*secretmanagerpb.AccessSecretVersionResponse, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	secret, version, _ := strings.Cut(req.GetName(), "/versions/")
	values := f.versions[secret]
	n := len(values)
	if version == "1" {
		n = min(n, 1)
	} else if version != "latest" {
		n = 0
	}
	if n == 0 {
		return nil, status.Errorf(codes.NotFound, "Secret Version [%s] not found.", req.GetName())
	}
	if strings.HasSuffix(secret, "/forbidden") {
		return nil, status.Error(codes.PermissionDenied, "Permission 'secretmanager.versions.access' denied")
	}
	data := []byte(values[n-1])
	sum := int64(crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli)))
	if f.damage {
		sum++
	}
	return &secretmanagerpb.AccessSecretVersionResponse{
		Name:    req.GetName(),
		Payload: &secretmanagerpb.SecretPayload{Data: data, DataCrc32C: &sum},
	}, nil
}

func newFakeSecretManager(t *testing.T) (*fakeSecretManager, cloud.Opener) {
	t.Helper()
	listener := bufconn.Listen(1 << 16)
	f := &fakeSecretManager{versions: map[string][]string{}}
	server := grpc.NewServer()
	secretmanagerpb.RegisterSecretManagerServiceServer(server, f)
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)
	return f, cloud.Opener{GCP: []option.ClientOption{
		option.WithEndpoint("passthrough:///fake"),
		option.WithoutAuthentication(),
		option.WithGRPCDialOption(grpc.WithTransportCredentials(insecure.NewCredentials())),
		option.WithGRPCDialOption(grpc.WithContextDialer(func(context.Context, string) (net.Conn, error) { return listener.Dial() })),
	}}
}

func open(t *testing.T, opener cloud.Opener, rawURL string) *cloud.Source {
	t.Helper()
	source, err := opener.Open(context.Background(), rawURL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = source.Close() })
	return source
}

// get reads with a deadline, so that a client which retries cannot stall the test.
func get(t *testing.T, source credential.Source) (string, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return source.Get(ctx)
}

func TestSecretManager(t *testing.T) {
	fake, opener := newFakeSecretManager(t)
	fake.add("projects/p/secrets/key", "old\n")
	fake.add("projects/p/secrets/key", secretText+"\n")
	fake.add("projects/p/secrets/pair", `{"site_id":"site","api_key":"`+secretText+`"}`)
	fake.add("projects/p/locations/europe-west3/secrets/key", "regional")
	fake.add("projects/p/secrets/empty", "\n")
	fake.add("projects/p/secrets/forbidden", secretText)
	tests := []struct {
		url, want string
		is        error
		says      string
	}{
		{"gcpsecretmanager://projects/p/secrets/key", secretText, nil, ""},
		{"gcpsecretmanager://projects/p/secrets/key/versions/1", "old", nil, ""},
		{"gcpsecretmanager://projects/p/secrets/key/versions/latest", secretText, nil, ""},
		{"gcpsecretmanager://projects/p/locations/europe-west3/secrets/key", "regional", nil, ""},
		{"gcpsecretmanager://projects/p/secrets/pair?field=api_key", secretText, nil, ""},
		{"gcpsecretmanager://projects/p/secrets/pair?field=nope", "", credential.ErrNotSet, "nope"},
		{"gcpsecretmanager://projects/p/secrets/absent", "", credential.ErrNotSet, "projects/p/secrets/absent/versions/latest"},
		{"gcpsecretmanager://projects/p/secrets/empty", "", credential.ErrEmpty, "projects/p/secrets/empty"},
		{"gcpsecretmanager://projects/p/secrets/forbidden", "", nil, "PermissionDenied"},
	}
	for _, test := range tests {
		got, err := get(t, open(t, opener, test.url))
		if got != test.want || (err == nil) != (test.says == "") || test.is != nil && !errors.Is(err, test.is) {
			t.Errorf("%s: %q, %v", test.url, got, err)
		}
		if err != nil && (!strings.Contains(err.Error(), test.says) || strings.Contains(err.Error(), secretText)) {
			t.Errorf("%s: %v; want %q", test.url, err, test.says)
		}
	}
	fake.damage = true
	if got, err := get(t, open(t, opener, tests[0].url)); got != "" || err == nil || !strings.Contains(err.Error(), "checksum") {
		t.Errorf("damaged: %q, %v", got, err)
	}
}

// The whole way: a new version in Secret Manager becomes a new client.
func TestARotationInSecretManagerReachesTheClient(t *testing.T) {
	fake, opener := newFakeSecretManager(t)
	fake.add("projects/p/secrets/pair", `{"site_id":"site-1","api_key":"key-1"}`)
	const secret = "gcpsecretmanager://projects/p/secrets/pair"
	r, err := credential.NewRotating(context.Background(), credential.Config[string]{
		Sources: []credential.Source{open(t, opener, secret+"?field=site_id"), open(t, opener, secret+"?field=api_key")},
		Build: func(keys []credential.String) (string, error) {
			return keys[0].Reveal() + "+" + keys[1].Reveal(), nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	var used []string
	err = r.Do(context.Background(), func(client string) error {
		used = append(used, client)
		if client == "site-1+key-1" {
			fake.add("projects/p/secrets/pair", `{"site_id":"site-2","api_key":"key-2"}`)
			return credential.ErrRejected
		}
		return nil
	})
	if got := strings.Join(used, " "); err != nil || got != "site-1+key-1 site-2+key-2" {
		t.Errorf("%v after %s", err, got)
	}
}
