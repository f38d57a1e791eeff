package checkout

import "context"

type Events interface {
	Event(ctx context.Context, user, name string, data map[string]any) error
}

type Order struct {
	User      string
	Total     int64
	IP        string
	CVV       string
	RiskScore float64
}

func Placed(ctx context.Context, ev Events, o Order) error {
	return ev.Event(ctx, o.User, "order_placed", map[string]any{
		"total":      o.Total,
		"ip_address": o.IP,
		"risk_score": o.RiskScore,
	})
}
