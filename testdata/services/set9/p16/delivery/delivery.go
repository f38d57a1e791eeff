package delivery

import "context"

type Stop struct {
	ParcelID    string
	RecipientID string
	DoorCode    string
	Address     string
	Lat, Lng    float64
}

type Sink interface {
	Send(ctx context.Context, recipient string, fields map[string]any) error
}

type Dispatcher struct{ sink Sink }

func (d *Dispatcher) SetSink(s Sink) { d.sink = s }

func (d *Dispatcher) OutForDelivery(ctx context.Context, s Stop) error {
	return d.sink.Send(ctx, s.RecipientID, map[string]any{
		"parcel_id":      s.ParcelID,
		"street_address": s.Address,
		"latitude":       s.Lat,
		"longitude":      s.Lng,
	})
}
