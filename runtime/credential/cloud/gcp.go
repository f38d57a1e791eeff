package cloud

import (
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"net/url"
	"regexp"

	secretmanager "cloud.google.com/go/secretmanager/apiv1"
	"cloud.google.com/go/secretmanager/apiv1/secretmanagerpb"
	"google.golang.org/api/option"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ciolint/ciolint/runtime/credential"
)

// secretPattern is the resource name of a secret, with the place of a regional one and a version where given.
var secretPattern = regexp.MustCompile(`^projects/[^/]+(?:/locations/([a-z0-9-]+))?/secrets/[A-Za-z0-9_-]+(/versions/[A-Za-z0-9_-]+)?$`)

func (o Opener) openSecretManager(ctx context.Context, u *url.URL) (*Source, error) {
	name := secretName(u)
	parts := secretPattern.FindStringSubmatch(name)
	if parts == nil {
		return nil, errors.New("expected projects/PROJECT/secrets/SECRET or projects/PROJECT/locations/LOCATION/secrets/SECRET, and /versions/VERSION or nothing")
	}
	location, version := parts[1], parts[2]
	if version == "" {
		name += "/versions/latest"
	}
	var options []option.ClientOption
	if location != "" {
		// The global endpoint does not know regional secrets.
		options = append(options, option.WithEndpoint("secretmanager."+location+".rep.googleapis.com:443"))
	}
	client, err := secretmanager.NewClient(ctx, append(options, o.GCP...)...)
	if err != nil {
		return nil, err
	}
	get := func(ctx context.Context) (string, error) { return accessVersion(ctx, client, name) }
	return &Source{document: get, name: "GCP secret " + name, close: client.Close}, nil
}

func accessVersion(ctx context.Context, client *secretmanager.Client, name string) (string, error) {
	answer, err := client.AccessSecretVersion(ctx, &secretmanagerpb.AccessSecretVersionRequest{Name: name})
	if status.Code(err) == codes.NotFound {
		return "", fmt.Errorf("GCP secret %s: %w: %w", name, credential.ErrNotSet, err)
	}
	if err != nil {
		return "", fmt.Errorf("GCP secret %s: %w", name, err)
	}
	payload := answer.GetPayload()
	if payload.GetDataCrc32C() != int64(crc32.Checksum(payload.GetData(), crc32.MakeTable(crc32.Castagnoli))) && payload.DataCrc32C != nil {
		return "", fmt.Errorf("GCP secret %s: damaged on the way (checksum)", name)
	}
	return trimNewline(string(payload.GetData())), nil
}
