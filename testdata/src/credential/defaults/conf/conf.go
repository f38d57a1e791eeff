// Mode: always.

// Package conf reads settings into structs with defaults.
package conf

import "github.com/caarlos0/env/v11"

// Config is what a service is told.
type Config struct {
	CIO struct {
		Site string `env:"CIO_SITE" envDefault:"0a1b2c3d4e5f60718293"`
		Key  string `env:"CIO_KEY,required"`
	}
	Inner  string `env:"INNER, default=00112233445566778899aabbccddee07"`
	Empty  string `env:"EMPTY" default:""`
	Stub   string `env:"STUB" default:"changeme"`
	Region string `env:"REGION" default:"eu"`
	Commit string `default:"11aa22bb33cc44dd55ee"`
}

// Load reads them.
func Load() (*Config, error) {
	var c Config
	if err := env.Parse(&c); err != nil {
		return nil, err
	}
	return &c, nil
}
