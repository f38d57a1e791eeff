package emit

import (
	"context"
	"encoding/json"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

type Emitter interface {
	Emit(ctx context.Context, who, event string, props any) error
}

// CustomerIO encodes props as JSON, and tracks that.
type CustomerIO struct{ Client *customerio.CustomerIO }

func (c *CustomerIO) Emit(ctx context.Context, who, event string, props any) error {
	b, err := json.Marshal(props)
	if err != nil {
		return err
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	return c.Client.TrackCtx(ctx, who, event, m)
}

type retry struct {
	next Emitter
	n    int
}

func Retry(n int, next Emitter) Emitter { return retry{next, n} }

func (r retry) Emit(ctx context.Context, who, event string, props any) (err error) {
	for i := range r.n {
		if err = r.next.Emit(ctx, who, event, props); err == nil {
			return nil
		}
		time.Sleep(time.Duration(i) * time.Second)
	}
	return err
}
