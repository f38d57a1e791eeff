package supporters

import (
	"github.com/customerio/go-customerio/v3"
)

type Supporters struct{ CIO *customerio.CustomerIO }

func (s *Supporters) Update(id string, traits map[string]any) error {
	return s.CIO.Identify(id, traits)
}

type Events struct{ CIO *customerio.CustomerIO }

func (e *Events) Append(id, what string, props map[string]any) error {
	return e.CIO.Track(id, what, props)
}
