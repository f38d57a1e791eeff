// Package emit sends events to Customer.io.
package emit

import (
	"context"
	"log"

	"github.com/customerio/go-customerio/v3"
)

// Emitter implements renewal.Events.
type Emitter struct{ C *customerio.CustomerIO }

// Emit sends, and logs what fails.
func (e *Emitter) Emit(ctx context.Context, customer, name string, props map[string]any) {
	if err := e.C.TrackCtx(ctx, customer, name, props); err != nil {
		log.Print(err)
	}
}
