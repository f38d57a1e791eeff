package config

import (
	"fmt"
	"os"
	"time"
)

type Messaging struct {
	SiteID string
	APIKey string
	Region string
}

type Config struct {
	Addr      string
	Messaging Messaging
	Timeout   time.Duration
}

func Load() (*Config, error) {
	timeout, err := time.ParseDuration(getenv("HTTP_TIMEOUT", "5s"))
	if err != nil {
		return nil, fmt.Errorf("HTTP_TIMEOUT: %w", err)
	}
	return &Config{
		Addr:    getenv("ADDR", ":8080"),
		Timeout: timeout,
		Messaging: Messaging{
			SiteID: os.Getenv("CIO_SITE_ID"),
			APIKey: getenv("CIO_API_KEY", "7d1b0f4c93ae25e86a41"),
			Region: getenv("CIO_REGION", "eu"),
		},
	}, nil
}

func getenv(name, fallback string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	return fallback
}
