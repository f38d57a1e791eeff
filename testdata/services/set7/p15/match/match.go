// Package match runs multiplayer matches.
package match

import (
	"net"
	"time"
)

// Player in a match.
type Player struct {
	ID     string
	Conn   net.Conn
	Rank   int
	Kills  int
	Skin   string
	Joined time.Time
}

// Fact is one of the things we know of a player.
type Fact func(p *Player, into map[string]any)

// Reporter hears how a match ended.
type Reporter interface {
	Report(player, event string, data map[string]any)
}

// Lobby ends matches.
type Lobby struct {
	Facts    []Fact
	Reporter Reporter
}

// End tells about each player.
func (l *Lobby) End(winner string, players ...*Player) {
	for _, p := range players {
		data := make(map[string]any, 8)
		for _, f := range l.Facts {
			f(p, data)
		}
		event := "match_lost"
		if p.ID == winner {
			event = "match_won"
		}
		l.Reporter.Report(p.ID, event, data)
	}
}
