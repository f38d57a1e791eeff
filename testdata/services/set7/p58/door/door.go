// Package door opens the turnstile.
package door

import (
	"context"
	"fmt"
	"io"
)

// Door controller on a serial line.
type Door struct{ Line io.Writer }

// Sync implements gym.System.
func (d Door) Sync(_ context.Context, no string, traits map[string]any) error {
	_, err := fmt.Fprintf(d.Line, "ALLOW %s UNTIL %v\n", no, traits["ends_at"])
	return err
}
