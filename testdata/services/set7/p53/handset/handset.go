// Package handset parses what an app says of its phone.
package handset

import (
	"net/http"
	"strings"
)

// Handset of a rider.
type Handset struct {
	PushToken     string
	Platform      string
	AdvertisingID string
	Model         string
	Battery       string
}

// Parse reads the headers of the app.
func Parse(h http.Header) Handset {
	platform, model, _ := strings.Cut(h.Get("X-Device"), "/")
	return Handset{
		PushToken:     h.Get("X-Push"),
		Platform:      strings.ToLower(platform),
		AdvertisingID: h.Get("X-Ad-Id"),
		Model:         model,
		Battery:       h.Get("X-Battery"),
	}
}

// Describe a handset.
func (h Handset) Describe(opts ...func(Handset, map[string]any)) map[string]any {
	m := map[string]any{"model": h.Model}
	for _, o := range opts {
		o(h, m)
	}
	return m
}

// Power adds the state of the battery.
func Power(h Handset, m map[string]any) { m["battery"] = h.Battery }

// Ads adds what ad campaigns need.
func Ads(h Handset, m map[string]any) {
	if h.AdvertisingID != "00000000-0000-0000-0000-000000000000" {
		m["advertising_id"] = h.AdvertisingID
	}
}
