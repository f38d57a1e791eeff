package trips

type Traveller struct {
	Name       string
	Seat       string
	PassportNo string
}

type Trip struct {
	Owner      string
	From, To   string
	Travellers []Traveller
}

type Events interface {
	Record(person, name string, props map[string]any)
}

type Desk struct {
	events Events
	trips  map[string]*Trip
}

func NewDesk() *Desk { return &Desk{trips: make(map[string]*Trip)} }

func (d *Desk) SetEvents(e Events) { d.events = e }

func (d *Desk) Book(code string, t *Trip) {
	d.trips[code] = t
	if d.events == nil {
		return
	}
	people := make([]map[string]any, 0, len(t.Travellers))
	for i, tr := range t.Travellers {
		person := map[string]any{"position": i + 1, "name": tr.Name, "seat": tr.Seat}
		if tr.PassportNo != "" {
			person["passport"] = tr.PassportNo
		}
		people = append(people, person)
	}
	d.events.Record(t.Owner, "trip_booked", map[string]any{
		"code":       code,
		"route":      t.From + "-" + t.To,
		"travellers": people,
	})
}
