package push

import (
	"context"
	"fmt"

	customerio "github.com/customerio/go-customerio/v3"
)

type Registry struct{ Client *customerio.CustomerIO }

func (r Registry) Add(ctx context.Context, id, token, platform string, about map[string]any) error {
	switch platform {
	case "ios", "android":
		return r.Client.AddDeviceCtx(ctx, id, token, platform, about)
	}
	return fmt.Errorf("push: platform %q", platform)
}
