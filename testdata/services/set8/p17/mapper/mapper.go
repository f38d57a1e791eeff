// Package mapper turns pupils into attributes by a table.
package mapper

import "strconv"

// Pupil is a row of the school register.
type Pupil struct {
	ID        string
	Grade     int
	HomePhone string
	BusRoute  string
}

type column struct {
	key string
	get func(Pupil) string
}

var columns = []column{
	{"grade", func(p Pupil) string { return strconv.Itoa(p.Grade) }},
	{"home_phone", func(p Pupil) string { return p.HomePhone }},
	{"bus_route", func(p Pupil) string { return p.BusRoute }},
}

// Attributes applies the table.
func Attributes(p Pupil) map[string]any {
	out := make(map[string]any, len(columns))
	for _, c := range columns {
		if v := c.get(p); v != "" {
			out[c.key] = v
		}
	}
	return out
}
