package engage

import (
	"context"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type Service struct{ C *customerio.CustomerIO }

func (s *Service) Enroll(ctx context.Context, key string, attrs map[string]any) error {
	return s.C.IdentifyCtx(ctx, key, sanitize.Attributes(attrs))
}
