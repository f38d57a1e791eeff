// Mode: unless-clean.

// Package adapter sends what is in the structs.
package adapter

import (
	"wiring/structs/ports"

	customerio "github.com/customerio/go-customerio/v3"
)

type CIO struct{ C *customerio.CustomerIO }

func (c CIO) Send(m ports.Message) error { return c.C.Identify(m.ID, m.Data) }

func (c CIO) SendWide(w ports.Wide) error { return c.C.Identify("1", w.Data) }

func (c CIO) SendDeep(d ports.Deep) error { return c.C.Identify("1", d.A.B.C.Data) }

// Embedding has the method of what it embeds.
type Embedding struct{ ports.Sender }
