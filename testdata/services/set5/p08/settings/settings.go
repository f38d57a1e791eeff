package settings

import (
	"encoding/json"
	"errors"
	"os"
)

const (
	fileVar     = "SYNC_SETTINGS_FILE"
	defaultFile = "/etc/sync/settings.json"
	placeholder = "changeme"
)

type Track struct {
	SiteID string `json:"site_id"`
	APIKey string `json:"api_key"`
}

type Settings struct {
	Track  Track  `json:"track"`
	Region string `json:"region"`
}

// Defaults is what a fresh installation starts from.
func Defaults() Settings {
	return Settings{Track: Track{SiteID: placeholder, APIKey: placeholder}, Region: "us"}
}

// Load reads the settings file over the defaults.
func Load() (*Settings, error) {
	name := os.Getenv(fileVar)
	if name == "" {
		name = defaultFile
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s := Defaults()
	if err := json.NewDecoder(f).Decode(&s); err != nil {
		return nil, err
	}
	if s.Track.SiteID == placeholder || s.Track.APIKey == placeholder {
		return nil, errors.New("settings: put the workspace's keys into " + name)
	}
	return &s, nil
}
