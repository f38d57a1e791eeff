// Package rides takes rides that were ordered by phone.
package rides

import (
	"fmt"
	"strings"
	"unicode"
)

// Namer names riders.
type Namer interface{ Of(string) string }

// Call to the switchboard.
type Call struct {
	Phone  string
	Zone   string
	People int
}

// Ride of somebody.
type Ride struct {
	Rider  string
	Zone   string
	Van    bool
	Waited int
}

// FromCall makes a ride.
func FromCall(n Namer, c Call) (Ride, error) {
	digits := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, c.Phone)
	if len(digits) < 7 {
		return Ride{}, fmt.Errorf("phone of %d digits", len(digits))
	}
	return Ride{Rider: n.Of(digits), Zone: c.Zone, Van: c.People > 4}, nil
}
