// Command welcome greets new members by mail.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

const (
	appKeyVariable = "CUSTOMERIO_APP_API_KEY"
	placeholder    = "<your-app-api-key>"
	revision       = "9f1c4e7ab02d5863e4417c0de5fa2b9186d3c07e" // git rev-parse HEAD
)

type secretStore struct{ dir string }

func (s secretStore) read(name string) (string, error) {
	if v := strings.TrimSpace(os.Getenv(name)); v != "" {
		return v, nil
	}
	b, err := os.ReadFile(filepath.Join(s.dir, strings.ToLower(name)))
	if errors.Is(err, os.ErrNotExist) {
		return "", fmt.Errorf("%s is set nowhere", name)
	}
	return strings.TrimSpace(string(b)), err
}

func appClient(explicit string, store secretStore) (*customerio.APIClient, error) {
	key := explicit
	if key == placeholder {
		var err error
		if key, err = store.read(appKeyVariable); err != nil {
			return nil, err
		}
	}
	return customerio.NewAPIClient(key, customerio.WithUserAgent("welcome/"+revision)), nil
}

func main() {
	key := flag.String("key", placeholder, "App API key; by default "+appKeyVariable)
	dir := flag.String("secrets", "/run/secrets", "where secrets are mounted")
	flag.Parse()

	client, err := appClient(*key, secretStore{dir: *dir})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, email := range flag.Args() {
		_, err := client.SendEmail(context.Background(), &customerio.SendEmailRequest{
			TransactionalMessageID: "welcome",
			To:                     email,
			Identifiers:            map[string]string{"email": email},
			MessageData:            sanitize.MessageData(map[string]any{"season": "spring"}),
		})
		if err != nil {
			fmt.Fprintln(os.Stderr, "send:", err)
		}
	}
}
