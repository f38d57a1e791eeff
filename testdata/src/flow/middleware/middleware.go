// Mode: never.

// Package middleware wraps the client's method in functions of its type.
package middleware

import (
	"fmt"

	customerio "github.com/customerio/go-customerio/v3"
)

// A middleware chain around the client.
type sendFunc func(id string, m map[string]any) error

func logged(next sendFunc) sendFunc {
	return func(id string, m map[string]any) error {
		fmt.Println(id)
		return next(id, m)
	}
}

func throughMiddleware(c *customerio.CustomerIO, v string) error {
	send := logged(c.Identify)
	return send("u1", map[string]any{"password": v}) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}
