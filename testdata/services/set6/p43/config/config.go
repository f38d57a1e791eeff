package config

import (
	"os"
	"time"
)

type Webhooks struct {
	SigningKey string
	Path       string
	MaxAge     time.Duration
}

func FromEnv() Webhooks {
	w := Webhooks{SigningKey: os.Getenv("CIO_SIGNING_KEY"), Path: "/webhooks/customerio", MaxAge: 5 * time.Minute}
	if p := os.Getenv("CIO_WEBHOOK_PATH"); p != "" {
		w.Path = p
	}
	return w
}
