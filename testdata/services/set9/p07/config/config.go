package config

import (
	"os"
	"strconv"
	"time"
)

type Messaging struct {
	SiteID  string
	APIKey  string
	Timeout time.Duration
}

type Config struct {
	Addr      string
	Messaging Messaging
}

func str(name, fallback string) string {
	if v, ok := os.LookupEnv(name); ok && v != "" {
		return v
	}
	return fallback
}

func Load() Config {
	secs, err := strconv.Atoi(str("CIO_TIMEOUT_SECONDS", "10"))
	if err != nil {
		secs = 10
	}
	return Config{
		Addr: str("ADDR", ":8080"),
		Messaging: Messaging{
			SiteID:  os.Getenv("CIO_SITE_ID"),
			APIKey:  str("CIO_API_KEY", "b41f0c7e93d25a8864fe"),
			Timeout: time.Duration(secs) * time.Second,
		},
	}
}
