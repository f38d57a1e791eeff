package policyholder

import (
	"services/set9/p18/pipe"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type Holder struct {
	ID      string
	Product string
	Phone   string
	TaxID   string
	Smoker  bool
}

func Load(hs []Holder) <-chan pipe.Item {
	ch := make(chan pipe.Item, len(hs))
	for _, h := range hs {
		ch <- pipe.Item{Subject: h.ID, Data: map[string]any{"product": h.Product, "phone": h.Phone, "tax_id": h.TaxID}}
	}
	close(ch)
	return ch
}

func Scrub(it pipe.Item) pipe.Item {
	return pipe.Item{Subject: it.Subject, Data: sanitize.Attributes(it.Data)}
}
