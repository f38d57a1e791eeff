// Package pflag is a stub.
package pflag

// String defines a flag.
func String(name, value, usage string) *string { return &value }

// StringP defines a flag with a shorthand.
func StringP(name, shorthand, value, usage string) *string { return &value }

// StringVarP defines a flag with a shorthand for a variable.
func StringVarP(p *string, name, shorthand, value, usage string) {}
