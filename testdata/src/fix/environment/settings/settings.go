// Mode: always.

// Package settings has a key that package environment imports.
package settings

// Key is what it should not be.
const Key = "55aa22bb33cc44dd55ee"
