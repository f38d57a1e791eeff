package tracking

import customerio "github.com/customerio/go-customerio/v3"

type Tracker struct{ cio *customerio.CustomerIO }

func New(cio *customerio.CustomerIO) *Tracker { return &Tracker{cio: cio} }

func (t *Tracker) Track(id, name string, data map[string]any) error {
	return t.cio.Track(id, name, data)
}
