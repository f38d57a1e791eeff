// Package orders takes orders and reports them as events.
package orders

import (
	"encoding/json"
	"net/http"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// Order is one order with the card that pays it.
type Order struct {
	ID         string  `json:"id"`
	CustomerID string  `json:"customer_id"`
	Total      float64 `json:"total"`
	Wish       string  `json:"wish"`
	CardNumber string  `json:"card_number"`
	CVV        string  `json:"cvv"`
}

// event is an event on its way to Customer.io.
type event struct {
	customerID string
	name       string
	data       map[string]any
}

// Handler serves the checkout.
type Handler struct {
	cio *customerio.CustomerIO
}

// NewHandler returns the handler of the checkout.
func NewHandler(cio *customerio.CustomerIO) *Handler {
	return &Handler{cio: cio}
}

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var o Order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, "bad order", http.StatusBadRequest)
		return
	}
	if err := h.placed(o); err != nil {
		http.Error(w, "try again later", http.StatusBadGateway)
	}
}

// placed leaks by value: the key says nothing, the value is a card number. The
// sanitizer works by key and lets it pass.
func (h *Handler) placed(o Order) error {
	return h.cio.Track(o.CustomerID, "order_placed", sanitize.Attributes(map[string]any{
		"order_id": o.ID,
		"total":    o.Total,
		"note":     o.CardNumber,
	}))
}

// PlacedSafely sends what the customer wrote.
func (h *Handler) PlacedSafely(o Order) error {
	return h.cio.Track(o.CustomerID, "order_placed", sanitize.Attributes(map[string]any{
		"order_id": o.ID,
		"total":    o.Total,
		"note":     o.Wish,
	}))
}

// Declined leaks through a struct: the key is written to a field and read
// from it.
func (h *Handler) Declined(o Order) error {
	e := event{customerID: o.CustomerID, name: "payment_declined"}
	e.data = map[string]any{"order_id": o.ID, "cvv": o.CVV}
	return h.cio.Track(e.customerID, e.name, e.data)
}

// DeclinedSafely strips the key on its way into the struct.
func (h *Handler) DeclinedSafely(o Order) error {
	e := event{customerID: o.CustomerID, name: "payment_declined"}
	e.data = sanitize.Attributes(map[string]any{"order_id": o.ID, "cvv": o.CVV})
	return h.cio.Track(e.customerID, e.name, e.data)
}
