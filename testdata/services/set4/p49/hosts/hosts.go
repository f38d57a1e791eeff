package hosts

import (
	"reflect"
	"strings"
)

type Host struct {
	ID            string `crm:"-"`
	Locale        string `crm:"locale"`
	Rating        int    `crm:"rating"`
	TaxNumber     string `crm:"tax_number"`
	StreetAddress string `crm:"street_address"`
}

// Map reads the crm tags.
func (h Host) Map() map[string]any {
	out := map[string]any{}
	v := reflect.ValueOf(h)
	for i := range v.NumField() {
		if name := v.Type().Field(i).Tag.Get("crm"); name != "-" && !strings.Contains(name, ",") {
			out[name] = v.Field(i).Interface()
		}
	}
	return out
}
