package reqctx

import "context"

type Principal struct {
	Tenant       string
	UserID       string
	RefreshToken string
	ClientIP     string
	Plan         string
}

type ctxKey int

const (
	principalKey ctxKey = iota
	requestKey
)

func WithPrincipal(ctx context.Context, p *Principal) context.Context {
	return context.WithValue(ctx, principalKey, p)
}

func WithRequest(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey, id)
}

func PrincipalOf(ctx context.Context) *Principal {
	p, _ := ctx.Value(principalKey).(*Principal)
	return p
}

func RequestOf(ctx context.Context) string {
	id, _ := ctx.Value(requestKey).(string)
	return id
}
