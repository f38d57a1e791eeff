// Mode: always.

// Package settings has constants.
package settings

// Key is what it should not be.
const Key = "55aa22bb33cc44dd55ee"
