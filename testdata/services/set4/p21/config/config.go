package config

import (
	"cmp"
	"os"
	"strconv"
)

type Config struct {
	Port     int
	Database string
	Mail     Mail
}

type Mail struct {
	Sender string
	APIKey string
}

func env(name, fallback string) string { return cmp.Or(os.Getenv(name), fallback) }

// Load reads the environment. The fallbacks are for the classroom pilot.
func Load() (*Config, error) {
	port, err := strconv.Atoi(env("PORT", "8080"))
	if err != nil {
		return nil, err
	}
	return &Config{
		Port:     port,
		Database: env("DATABASE", "postgres://localhost/school"),
		Mail: Mail{
			Sender: env("MAIL_FROM", "office@school.example"),
			APIKey: env("MAIL_API_KEY", "b7e23ec29af22b0b4e41da31e868d572"),
		},
	}, nil
}
