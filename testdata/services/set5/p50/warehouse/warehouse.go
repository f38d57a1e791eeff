package warehouse

import (
	"context"
	"encoding/json"
	"io"
	"sync"
)

type Warehouse struct {
	mu sync.Mutex
	w  io.Writer
}

func New(w io.Writer) *Warehouse { return &Warehouse{w: w} }

func (h *Warehouse) Export(_ context.Context, key string, r map[string]any) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	return json.NewEncoder(h.w).Encode([]any{key, r})
}
