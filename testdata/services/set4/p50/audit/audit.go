package audit

import (
	"context"
	"encoding/json"
	"io"
	"sync"
	"time"
)

type File struct {
	mu sync.Mutex
	w  io.Writer
}

func To(w io.Writer) *File { return &File{w: w} }

func (f *File) Audit(_ context.Context, action string, fields map[string]any) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return json.NewEncoder(f.w).Encode(struct {
		Time   time.Time      `json:"time"`
		Action string         `json:"action"`
		Fields map[string]any `json:"fields"`
	}{time.Now(), action, fields})
}
