package support

import (
	"context"
	"encoding/json"

	"services/set6/p29/queue"
)

type Activity interface {
	Happened(ctx context.Context, who, what string, details map[string]any) error
}

type call struct {
	CallerPhone string `json:"caller_phone"`
	CustomerID  string `json:"customer_id"`
	Queue       string `json:"queue"`
	Seconds     int    `json:"seconds"`
}

type Calls struct{ activity Activity }

func NewCalls(a Activity) *Calls { return &Calls{activity: a} }

func (c *Calls) Ended(ctx context.Context, m queue.Message) error {
	var ended call
	if err := json.Unmarshal(m.Body, &ended); err != nil {
		return err
	}
	what := "call_ended_" + ended.CallerPhone
	return c.activity.Happened(ctx, ended.CustomerID, what, map[string]any{
		"queue":   ended.Queue,
		"minutes": ended.Seconds / 60,
	})
}
