// Package shipment is the parcel model.
package shipment

// Parcel on its way.
type Parcel struct {
	Barcode   string
	Receiver  Receiver
	WeightKG  float64
	Express   bool
	Depot     string
	StopIndex int
}

// Receiver of a parcel.
type Receiver struct {
	AccountID string
	Name      string
	Phone     string
	Street    string
	City      string
}
