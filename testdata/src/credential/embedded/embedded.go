// Mode: always.

// Package embedded has keys in files that go:embed puts into the binary.
package embedded

import (
	"bytes"
	"embed"
	"encoding/json"
	"os"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

//go:embed key.txt
var text string

//go:embed key.txt
var raw []byte

//go:embed keys
var keys embed.FS

//go:embed config.json
var config []byte

func asText() *customerio.APIClient {
	return customerio.NewAPIClient(strings.TrimSpace(text)) // want `hardcoded App API key "0011…" \(32 characters\), from key.txt, which is embedded, in customerio.NewAPIClient`
}

func asBytes() *customerio.APIClient {
	return customerio.NewAPIClient(string(bytes.TrimSpace(raw))) // want `hardcoded App API key "0011…" \(32 characters\), from key.txt, which is embedded`
}

func asFile() (*customerio.APIClient, error) {
	b, err := keys.ReadFile("keys/app.txt")
	if err != nil {
		return nil, err
	}
	return customerio.NewAPIClient(string(b)), nil // want `hardcoded App API key "1011…" \(32 characters\), from keys/app.txt, which is embedded`
}

type settings struct{ Site, Key, Release string }

func decoded() (*customerio.CustomerIO, error) {
	var s settings
	if err := json.Unmarshal(config, &s); err != nil {
		return nil, err
	}
	return customerio.NewTrackClient(s.Site, s.Key), nil // want `hardcoded site ID "0a1b…" \(20 characters\), from config.json, which is embedded`
}

// All that follows is fine.

func another() (*customerio.APIClient, error) {
	b, err := keys.ReadFile("keys/note.txt")
	if err != nil {
		return nil, err
	}
	return customerio.NewAPIClient(string(b)), nil
}

func mounted() (*customerio.APIClient, error) {
	b, err := os.ReadFile("key.txt")
	if err != nil {
		return nil, err
	}
	return customerio.NewAPIClient(string(b)), nil
}
