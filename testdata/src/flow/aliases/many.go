package aliases

import customerio "github.com/customerio/go-customerio/v3"

type weekly struct{ mon, tue, wed, thu, fri, sat, sun, workday, weekend, always map[string]any }

// of may return any part of w.
func (w *weekly) of(day int) map[string]any {
	switch day {
	case 0:
		return w.mon
	case 1:
		return w.tue
	case 2:
		return w.wed
	case 3:
		return w.thu
	case 4:
		return w.fri
	case 5:
		return w.sat
	case 6:
		return w.sun
	case 7:
		return w.workday
	case 8:
		return w.weekend
	}
	return w.always
}

func writtenThroughAnAliasOfManyParts(c *customerio.CustomerIO, ssn string, day int) {
	w := &weekly{mon: map[string]any{}, tue: map[string]any{}, always: map[string]any{"plan": "pro"}}
	w.of(day)["ssn"] = ssn // want `never-send key "ssn" reaches`
	c.Identify("u1", w.always)
}

func writtenAfterItWasSent(c *customerio.CustomerIO, ssn string, day int) {
	w := &weekly{mon: map[string]any{}, tue: map[string]any{}, always: map[string]any{"plan": "pro"}}
	c.Identify("u1", w.always)
	w.of(day)["ssn"] = ssn
}
