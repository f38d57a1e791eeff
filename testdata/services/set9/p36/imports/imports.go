package imports

import (
	"context"
	"encoding/json"
	"io"
	"sync"
)

type Row struct {
	Vendor string         `json:"vendor_id"`
	Fields map[string]any `json:"fields"`
}

type Writer interface {
	Write(ctx context.Context, batch []Row) []error
}

func Each(ctx context.Context, r io.Reader, size int, w Writer) (failed int, err error) {
	dec := json.NewDecoder(r)
	buf := sync.Pool{New: func() any { return make([]Row, 0, size) }}
	batch := buf.Get().([]Row)
	flush := func() {
		for _, e := range w.Write(ctx, batch) {
			if e != nil {
				failed++
			}
		}
		batch = batch[:0]
	}
	for dec.More() {
		var row Row
		if err := dec.Decode(&row); err != nil {
			return failed, err
		}
		if batch = append(batch, row); len(batch) == size {
			flush()
		}
	}
	if len(batch) > 0 {
		flush()
	}
	return failed, nil
}
