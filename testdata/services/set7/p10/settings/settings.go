// Package settings merges defaults, a file and the environment.
package settings

import (
	"encoding/json"
	"errors"
	"os"
)

// CRM settings.
type CRM struct {
	Region  string `json:"region"`
	SiteID  string `json:"site_id"`
	APIKey  string `json:"api_key"`
	Enabled bool   `json:"enabled"`
}

// Default is a template for a new installation.
func Default() CRM {
	return CRM{Region: "eu", SiteID: "<your-site-id>", APIKey: "changeme", Enabled: true}
}

// Read merges all sources.
func Read(path string) (CRM, error) {
	c := Default()
	b, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return c, err
	}
	if len(b) > 0 {
		if err := json.Unmarshal(b, &c); err != nil {
			return c, err
		}
	}
	for name, to := range map[string]*string{"CRM_REGION": &c.Region, "CRM_SITE_ID": &c.SiteID, "CRM_API_KEY": &c.APIKey} {
		if v := os.Getenv(name); v != "" {
			*to = v
		}
	}
	if c.APIKey == "changeme" {
		return c, errors.New("set CRM_API_KEY")
	}
	return c, nil
}
