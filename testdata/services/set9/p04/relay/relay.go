package relay

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
)

type Message struct {
	Claimant string         `json:"claimant_id"`
	Type     string         `json:"type"`
	Body     map[string]any `json:"body"`
}

type Emitter interface {
	Emit(ctx context.Context, m Message) error
}

type Loop struct{ emitter Emitter }

func (l *Loop) Use(e Emitter) { l.emitter = e }

func (l *Loop) Drain(ctx context.Context, r io.Reader) (n int, err error) {
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		var m Message
		if err := json.Unmarshal(sc.Bytes(), &m); err != nil {
			return n, err
		}
		if err := l.emitter.Emit(ctx, m); err != nil {
			return n, err
		}
		n++
	}
	return n, sc.Err()
}
