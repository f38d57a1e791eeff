// Package tenancy carries the tenant of a request.
package tenancy

import "context"

// Claims of a request.
type Claims struct {
	Subject      string
	RefreshToken string
	PasswordHash string
	Tenant       Tenant
}

// Tenant is who pays.
type Tenant struct {
	Slug  string
	Plan  string
	Seats int
}

type ctxKey int

const claimsKey ctxKey = 1

// With adds claims.
func With(ctx context.Context, c *Claims) context.Context {
	return context.WithValue(ctx, claimsKey, c)
}

// Subject is who calls.
func Subject(ctx context.Context) string {
	if c, ok := ctx.Value(claimsKey).(*Claims); ok {
		return c.Subject
	}
	return ""
}

// Of returns the tenant.
func Of(ctx context.Context) Tenant {
	if c, ok := ctx.Value(claimsKey).(*Claims); ok {
		return c.Tenant
	}
	return Tenant{}
}
