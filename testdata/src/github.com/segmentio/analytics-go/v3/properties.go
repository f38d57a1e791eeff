// Stub written from the public signatures, for tests.

package analytics

// Properties are the data of an event.
type Properties map[string]interface{}

// NewProperties returns empty properties.
func NewProperties() Properties { return make(Properties) }

// Product is one line of an order.
type Product struct {
	ID    string  `json:"id,omitempty"`
	SKU   string  `json:"sky,omitempty"`
	Name  string  `json:"name,omitempty"`
	Price float64 `json:"price"`
}

// Set writes one property and returns the same map.
func (p Properties) Set(name string, value interface{}) Properties {
	p[name] = value
	return p
}

func (p Properties) SetRevenue(revenue float64) Properties      { return p.Set("revenue", revenue) }
func (p Properties) SetCurrency(currency string) Properties     { return p.Set("currency", currency) }
func (p Properties) SetValue(value float64) Properties          { return p.Set("value", value) }
func (p Properties) SetPath(path string) Properties             { return p.Set("path", path) }
func (p Properties) SetReferrer(referrer string) Properties     { return p.Set("referrer", referrer) }
func (p Properties) SetTitle(title string) Properties           { return p.Set("title", title) }
func (p Properties) SetURL(url string) Properties               { return p.Set("url", url) }
func (p Properties) SetName(name string) Properties             { return p.Set("name", name) }
func (p Properties) SetCategory(category string) Properties     { return p.Set("category", category) }
func (p Properties) SetSKU(sku string) Properties               { return p.Set("sku", sku) }
func (p Properties) SetPrice(price float64) Properties          { return p.Set("price", price) }
func (p Properties) SetProductId(id string) Properties          { return p.Set("id", id) }
func (p Properties) SetOrderId(id string) Properties            { return p.Set("orderId", id) }
func (p Properties) SetTotal(total float64) Properties          { return p.Set("total", total) }
func (p Properties) SetSubtotal(subtotal float64) Properties    { return p.Set("subtotal", subtotal) }
func (p Properties) SetShipping(shipping float64) Properties    { return p.Set("shipping", shipping) }
func (p Properties) SetTax(tax float64) Properties              { return p.Set("tax", tax) }
func (p Properties) SetDiscount(discount float64) Properties    { return p.Set("discount", discount) }
func (p Properties) SetCoupon(coupon string) Properties         { return p.Set("coupon", coupon) }
func (p Properties) SetProducts(products ...Product) Properties { return p.Set("products", products) }
func (p Properties) SetRepeat(repeat bool) Properties           { return p.Set("repeat", repeat) }

// Integrations says which destinations receive a message.
type Integrations map[string]interface{}

// NewIntegrations returns empty integrations.
func NewIntegrations() Integrations { return make(Integrations) }

// Set writes one destination and returns the same map.
func (i Integrations) Set(name string, value interface{}) Integrations {
	i[name] = value
	return i
}

func (i Integrations) Enable(name string) Integrations  { return i.Set(name, true) }
func (i Integrations) Disable(name string) Integrations { return i.Set(name, false) }
func (i Integrations) EnableAll() Integrations          { return i.Enable("all") }
func (i Integrations) DisableAll() Integrations         { return i.Disable("all") }
