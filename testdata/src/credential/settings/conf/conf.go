// Mode: never.

// Package conf holds settings, some of them with keys.
package conf

import "os"

// Config is what a service is told.
type Config struct{ SiteID, APIKey, Region string }

// Default has keys in it.
func Default() Config {
	c := Config{SiteID: "77aa0c1be25d4f9030b1", APIKey: "0e8d7c6b5a49382716f5", Region: "eu"}
	if k := os.Getenv("CUSTOMERIO_API_KEY"); k != "" {
		c.APIKey = k
	}
	return c
}

// Pointer has one behind a pointer.
func Pointer() *Config { return &Config{APIKey: "1e8d7c6b5a49382716f5"} }

// Fixed has one in a variable.
var Fixed = Config{APIKey: "2e8d7c6b5a49382716f5"}

// Environment has none.
func Environment() Config {
	return Config{SiteID: os.Getenv("CUSTOMERIO_SITE_ID"), APIKey: os.Getenv("CUSTOMERIO_API_KEY"), Region: "us"}
}

// Placeholders says what is to be filled in.
func Placeholders() Config { return Config{SiteID: "your-site-id", APIKey: "changeme"} }

// A Reset has a token that is no constant, or none yet.
type Reset struct{ Token string }

// Make makes one.
func Make() Reset {
	if t := os.Getenv("TOKEN"); t != "" {
		return Reset{t}
	}
	return Reset{"none-so-far"}
}
