package fleet

import (
	"cmp"
	"iter"
	"slices"
)

type Thermostat struct {
	Household    string
	MACAddress   string
	SerialNumber string
	Model        string
	Firmware     string
	Battery      int
}

// Latest yields every thermostat once, by MAC, with the last one reported.
func Latest(reports []Thermostat) iter.Seq[Thermostat] {
	byMAC := make(map[string]Thermostat, len(reports))
	for _, r := range reports {
		byMAC[r.MACAddress] = r
	}
	return func(yield func(Thermostat) bool) {
		var all []Thermostat
		for _, t := range byMAC {
			all = append(all, t)
		}
		slices.SortFunc(all, func(a, b Thermostat) int { return cmp.Compare(a.SerialNumber, b.SerialNumber) })
		for _, t := range all {
			if !yield(t) {
				return
			}
		}
	}
}
