// Package config reads the configuration of the ticket shop.
package config

import (
	"fmt"
	"os"
)

// Config of the shop.
type Config struct {
	Addr    string
	Region  string
	SiteID  string
	APIKey  string
	Message string
}

var table = []struct {
	name, fallback string
	required       bool
	field          func(*Config) *string
}{
	{"ADDR", ":8080", false, func(c *Config) *string { return &c.Addr }},
	{"CIO_REGION", "eu", false, func(c *Config) *string { return &c.Region }},
	{"CIO_SITE_ID", "", true, func(c *Config) *string { return &c.SiteID }},
	{"CIO_API_KEY", "", true, func(c *Config) *string { return &c.APIKey }},
	{"CIO_MESSAGE", "ticket_sold", false, func(c *Config) *string { return &c.Message }},
}

// Load reads the environment.
func Load() (*Config, error) {
	c := new(Config)
	for _, row := range table {
		v := os.Getenv(row.name)
		if v == "" {
			if row.required {
				return nil, fmt.Errorf("config: %s is not set", row.name)
			}
			v = row.fallback
		}
		*row.field(c) = v
	}
	return c, nil
}
