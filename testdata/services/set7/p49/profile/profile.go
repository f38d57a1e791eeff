// Package profile has the profiles of a dating app.
package profile

import (
	"math"
	"time"
)

// Profile of a member.
type Profile struct {
	UID      string
	Nickname string
	Born     time.Time
	Lat, Lng float64
	Likes    int
}

// Age in years.
func (p Profile) Age(now time.Time) int {
	return int(math.Floor(now.Sub(p.Born).Hours() / 24 / 365.25))
}

// Position of the member.
type Position struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// Public is what others see.
type Public struct {
	Nickname string    `json:"nickname"`
	Age      int       `json:"age"`
	Likes    int       `json:"likes"`
	Position *Position `json:"position,omitempty"`
}

// Public view of a profile.
func (p Profile) Public(now time.Time) Public {
	v := Public{Nickname: p.Nickname, Age: p.Age(now), Likes: p.Likes}
	if p.Lat != 0 || p.Lng != 0 {
		v.Position = &Position{p.Lat, p.Lng}
	}
	return v
}
