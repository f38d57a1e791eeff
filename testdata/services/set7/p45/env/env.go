// Package env has the settings per stage.
package env

import (
	"fmt"
	"os"
)

// Stage of a deployment.
type Stage struct {
	Name       string
	BaseURL    string
	HookSecret string
	Workers    int
}

var stages = map[string]Stage{
	"dev": {
		Name:       "dev",
		BaseURL:    "http://localhost:8080",
		HookSecret: "c41b0e7a9d5f48236aa1e0f95b7d3c82e6f0147a9b8c5d2e3f4a5b6c7d8e9f01",
		Workers:    1,
	},
	"prod": {
		Name:       "prod",
		BaseURL:    "https://pets.example.com",
		HookSecret: os.Getenv("HOOK_SECRET"),
		Workers:    8,
	},
}

// Current stage.
func Current() (Stage, error) {
	name := os.Getenv("STAGE")
	if name == "" {
		name = "dev"
	}
	s, ok := stages[name]
	if !ok {
		return Stage{}, fmt.Errorf("no stage %q", name)
	}
	return s, nil
}
