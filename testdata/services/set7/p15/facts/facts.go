// Package facts has the facts that our dashboards want.
package facts

import (
	"net"
	"time"

	"services/set7/p15/match"
)

// Score of the player.
func Score(p *match.Player, into map[string]any) {
	into["kills"] = p.Kills
	into["rank"] = p.Rank
}

// Playtime in seconds.
func Playtime(p *match.Player, into map[string]any) {
	into["seconds"] = int(time.Since(p.Joined) / time.Second)
}

// Origin of the connection, to see who plays from where.
func Origin(p *match.Player, into map[string]any) {
	host, port, err := net.SplitHostPort(p.Conn.RemoteAddr().String())
	if err != nil {
		return
	}
	into["client_ip"] = host
	into["high_port"] = len(port) == 5
}
