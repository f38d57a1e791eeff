package config

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

type Config struct {
	SiteID  string
	APIKey  string
	Timeout time.Duration
	Workers int
}

// Load reads the configuration from the environment.
func Load() (Config, error) {
	site, ok := os.LookupEnv("CIO_SITE_ID")
	if !ok {
		return Config{}, fmt.Errorf("CIO_SITE_ID is not set")
	}
	workers, err := strconv.Atoi(getenv("WORKERS", "4"))
	if err != nil {
		return Config{}, fmt.Errorf("WORKERS: %w", err)
	}
	timeout, err := time.ParseDuration(getenv("TIMEOUT", "10s"))
	if err != nil {
		return Config{}, fmt.Errorf("TIMEOUT: %w", err)
	}
	return Config{
		SiteID:  site,
		APIKey:  getenv("CIO_API_KEY", "7be2f10c94d35a86e1b0"),
		Timeout: timeout,
		Workers: workers,
	}, nil
}

func getenv(name, fallback string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return fallback
}
