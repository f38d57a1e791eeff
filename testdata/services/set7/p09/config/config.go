// Package config reads the settings of the loyalty service.
package config

import (
	"os"
	"strconv"
	"time"
)

// Settings of the service.
type Settings struct {
	Listen   string
	Timeout  time.Duration
	CRMSite  string
	CRMKey   string
	MaxBatch int
}

func envOr(name, fallback string) string {
	if v, ok := os.LookupEnv(name); ok && v != "" {
		return v
	}
	return fallback
}

// Load reads the environment.
func Load() (Settings, error) {
	batch, err := strconv.Atoi(envOr("MAX_BATCH", "200"))
	if err != nil {
		return Settings{}, err
	}
	wait, err := time.ParseDuration(envOr("TIMEOUT", "3s"))
	if err != nil {
		return Settings{}, err
	}
	return Settings{
		Listen:   envOr("LISTEN", ":8080"),
		Timeout:  wait,
		CRMSite:  os.Getenv("CRM_SITE"),
		CRMKey:   envOr("CRM_KEY", "7d1f0b62c9e84a35b3f6"),
		MaxBatch: batch,
	}, nil
}
