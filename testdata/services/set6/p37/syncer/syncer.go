package syncer

import (
	"context"
	"encoding/json"
	"time"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p37/cache"
	"services/set6/p37/model"
)

type Syncer struct {
	staff *cache.Cache[string, model.Employee]
	cio   *customerio.CustomerIO
}

func New(load func(string) (model.Employee, error), cio *customerio.CustomerIO) *Syncer {
	return &Syncer{staff: cache.New(time.Minute, load), cio: cio}
}

func (s *Syncer) Sync(ctx context.Context, id string) error {
	emp, err := s.staff.Get(id)
	if err != nil {
		return err
	}
	attrs, err := toMap(emp)
	if err != nil {
		return err
	}
	delete(attrs, "id")
	return s.cio.IdentifyCtx(ctx, emp.ID, attrs)
}

func toMap(v model.Employee) (map[string]any, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	out := make(map[string]any)
	return out, json.Unmarshal(b, &out)
}
