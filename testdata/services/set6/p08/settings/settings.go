// Package settings reads the environment of the box office.
package settings

import (
	"errors"
	"os"
	"strings"
)

type Settings struct {
	SiteID, APIKey, SigningKey string
	Workspace                  string
}

const placeholder = "changeme"

func must(name string, missing *[]string) string {
	v := os.Getenv(name)
	if v == "" || v == placeholder {
		*missing = append(*missing, name)
	}
	return v
}

func Load() (Settings, error) {
	var missing []string
	s := Settings{
		SiteID:     must("CUSTOMERIO_SITE_ID", &missing),
		APIKey:     must("CUSTOMERIO_API_KEY", &missing),
		SigningKey: must("CUSTOMERIO_SIGNING_KEY", &missing),
		Workspace:  "box-office",
	}
	if len(missing) > 0 {
		return Settings{}, errors.New("not set: " + strings.Join(missing, ", "))
	}
	return s, nil
}
