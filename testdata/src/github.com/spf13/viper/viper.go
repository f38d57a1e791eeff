// Package viper is a stub.
package viper

// Viper is a store of settings.
type Viper struct{ values map[string]any }

// New makes one.
func New() *Viper { return &Viper{} }

// SetDefault sets the value for a name that nobody has set.
func (v *Viper) SetDefault(key string, value any) {}

// GetString gives a setting.
func (v *Viper) GetString(key string) string { return "" }

// Unmarshal fills a struct with the settings.
func (v *Viper) Unmarshal(rawVal any) error { return nil }

// SetDefault is that of the global store.
func SetDefault(key string, value any) {}

// GetString is that of the global store.
func GetString(key string) string { return "" }
