package bank

// Linked is raised when a bank account was linked.
type Linked struct {
	Customer string
	IBAN     string
	Bank     string
	Country  string
}

func (l Linked) Subject() string { return l.Customer }
func (l Linked) Name() string    { return "bank_linked" }
func (l Linked) Public() map[string]any {
	return map[string]any{"bank_name": l.Bank, "country": l.Country}
}

// Moved is raised when a customer tells of a new home.
type Moved struct {
	Customer      string
	StreetAddress string
	City          string
}

func (m Moved) Subject() string { return m.Customer }
func (m Moved) Name() string    { return "moved" }
func (m Moved) Public() map[string]any {
	return map[string]any{"city": m.City, "address_changed": true}
}
