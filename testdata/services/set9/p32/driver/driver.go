package driver

type Driver struct {
	ID            string
	LicenseNumber string
	Phone         string
	Depot         string
	Trips         int
}

func (d Driver) PK() string { return d.ID }

type View struct {
	Depot    string
	Trips    int
	Licensed bool
}

func ViewOf(d Driver) View {
	return View{Depot: d.Depot, Trips: d.Trips, Licensed: d.LicenseNumber != ""}
}

func (v View) Map() map[string]any {
	return map[string]any{"depot": v.Depot, "trips": v.Trips, "licensed": v.Licensed}
}
