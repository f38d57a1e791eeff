package players

import "time"

type Player struct {
	ID       string
	Nick     string
	Phone    string
	Level    int
	LastSeen time.Time
}

// Key is how other systems know the player. Guests have no ID yet.
func (p *Player) Key() string {
	if p.ID != "" {
		return p.ID
	}
	return p.Phone
}
