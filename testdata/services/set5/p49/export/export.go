package export

import (
	"context"
	"errors"

	"services/set5/p49/member"
)

var ErrNotReady = errors.New("export: no exporter or store")

type Runner struct {
	store    member.Store
	exporter member.Exporter
	since    int64
}

func (r *Runner) UseStore(s member.Store) *Runner       { r.store = s; return r }
func (r *Runner) UseExporter(e member.Exporter) *Runner { r.exporter = e; return r }
func (r *Runner) Since(t int64) *Runner                 { r.since = t; return r }

func (r *Runner) Run(ctx context.Context) (int, error) {
	if r.store == nil || r.exporter == nil {
		return 0, ErrNotReady
	}
	members, err := r.store.Changed(ctx, r.since)
	if err != nil {
		return 0, err
	}
	for i, m := range members {
		if err := r.exporter.Export(ctx, m.ID, member.Fields(m)); err != nil {
			return i, err
		}
	}
	return len(members), nil
}
