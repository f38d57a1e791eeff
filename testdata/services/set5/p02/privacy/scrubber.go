package privacy

import (
	"context"

	"services/set5/p02/loyalty"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// Scrubber cleans what it passes on.
type Scrubber struct {
	Next loyalty.ProfileWriter
}

func (s Scrubber) Write(ctx context.Context, member string, fields map[string]any) error {
	return s.Next.Write(ctx, member, sanitize.Attributes(fields))
}
