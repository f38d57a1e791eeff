// Package dispatch plans tours.
package dispatch

import (
	"services/set7/p03/bus"
	"services/set7/p03/shipment"
)

// OutForDelivery is published once per parcel and day.
const OutForDelivery bus.Topic = "out_for_delivery"

// Planner sends vans out.
type Planner struct{ Bus *bus.Bus }

// Start announces a tour.
func (p *Planner) Start(van string, parcels []shipment.Parcel) {
	for i, parcel := range parcels {
		parcel.StopIndex = i
		p.Bus.Publish(OutForDelivery, parcel.Receiver.AccountID, describe(van, parcel))
	}
}

func describe(van string, p shipment.Parcel) map[string]any {
	return map[string]any{
		"van":            van,
		"barcode":        p.Barcode,
		"stops_to_go":    p.StopIndex,
		"express":        p.Express,
		"receiver_phone": p.Receiver.Phone,
		"drop_address":   p.Receiver.Street + ", " + p.Receiver.City,
	}
}
