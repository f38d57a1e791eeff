// Mode: unless-clean.

// Package conf reads settings that nest.
package conf

import (
	"cmp"
	"os"
)

type Mail struct{ Sender, APIKey string }

type Messaging struct {
	Mail Mail
	Site string
	Key  string
}

type Config struct {
	Addr      string
	Messaging Messaging
}

func env(name, fallback string) string { return cmp.Or(os.Getenv(name), fallback) }

// Load has keys for fallbacks.
func Load() (*Config, error) {
	return &Config{
		Addr: env("ADDR", ":8080"),
		Messaging: Messaging{
			Site: env("SITE", "5d0c1f6e8a2b3c4d7e9f"),
			Key:  env("KEY", "b7d1f04c9e2a63850d4f"),
			Mail: Mail{APIKey: env("MAIL_KEY", "b7e23ec29af22b0b4e41da31e868d572")},
		},
	}, nil
}

// Read has none.
func Read() Config {
	return Config{Messaging: Messaging{Site: os.Getenv("SITE"), Key: os.Getenv("KEY"), Mail: Mail{APIKey: os.Getenv("MAIL_KEY")}}}
}
