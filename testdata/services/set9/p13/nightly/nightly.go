package nightly

import (
	"context"

	"services/set9/p13/accounts"
	"services/set9/p13/mapping"

	customerio "github.com/customerio/go-customerio/v3"
)

type Sync struct {
	Client  *customerio.CustomerIO
	OnError func(holder string, err error)
}

func (s Sync) Run(ctx context.Context, list []accounts.Account) (ok int) {
	for _, a := range list {
		if err := s.Client.IdentifyCtx(ctx, a.HolderID, mapping.Attributes(a)); err != nil {
			s.OnError(a.HolderID, err)
			continue
		}
		ok++
	}
	return ok
}
