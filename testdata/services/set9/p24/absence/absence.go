package absence

import (
	"context"
	"fmt"
)

type Kind uint8

const (
	Excused Kind = iota + 1
	Late
	Unexcused
)

var names = [...]string{Excused: "excused", Late: "late", Unexcused: "unexcused"}

func (k Kind) String() string {
	if int(k) < len(names) && names[k] != "" {
		return names[k]
	}
	return fmt.Sprintf("kind_%d", uint8(k))
}

func (k Kind) EventName() string { return "absence_" + k.String() }

type Absence struct {
	GuardianID string
	Kind       Kind
	Lessons    int
	Note       string // free text of the teacher, may be about health
	Phone      string
}

type Notifier interface {
	Notify(ctx context.Context, guardianID, event string, data map[string]any) error
}

type Register struct{ notifiers []Notifier }

func (r *Register) Add(n ...Notifier) *Register {
	r.notifiers = append(r.notifiers, n...)
	return r
}

func (r *Register) Record(ctx context.Context, a Absence) error {
	for _, n := range r.notifiers {
		if err := n.Notify(ctx, a.GuardianID, a.Kind.EventName(), map[string]any{"lessons": a.Lessons}); err != nil {
			return fmt.Errorf("notify about %v: %w", a.Kind, err)
		}
	}
	return nil
}
