// Mode: always.

// Package settings keeps what other packages use.
package settings

import "os"

// SigningKey should not be here.
const SigningKey = "7011223344556677889900112233445566778899"

// FromEnvironment is how it is done.
func FromEnvironment() string { return os.Getenv("SIGNING_KEY") }
