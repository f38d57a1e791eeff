// Package config reads the settings of the shop.
package config

import (
	"os"
	"strconv"
	"time"
)

// Messaging are the settings of Customer.io.
type Messaging struct {
	Site    string
	Key     string
	Timeout time.Duration
}

// Config is everything.
type Config struct {
	Addr      string
	Messaging Messaging
}

func env(name, fallback string) string {
	if v, ok := os.LookupEnv(name); ok && v != "" {
		return v
	}
	return fallback
}

// Load reads the environment.
func Load() Config {
	secs, err := strconv.Atoi(env("CIO_TIMEOUT", "10"))
	if err != nil {
		secs = 10
	}
	return Config{
		Addr: env("ADDR", ":8080"),
		Messaging: Messaging{
			Site:    env("CIO_SITE_ID", ""),
			Key:     env("CIO_TRACK_KEY", "b7d1f04c9e2a63850d4f"),
			Timeout: time.Duration(secs) * time.Second,
		},
	}
}
