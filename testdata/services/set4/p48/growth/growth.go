package growth

import (
	"log"

	"services/set4/p48/session"

	customerio "github.com/customerio/go-customerio/v3"
)

type Growth struct{ cio *customerio.CustomerIO }

func New(c *customerio.CustomerIO) *Growth { return &Growth{cio: c} }

func (g *Growth) LoggedIn(i session.Info) {
	g.report(g.cio.Track(i.User, "logged_in", map[string]any{
		"at":         i.At.Unix(),
		"browser":    i.Browser,
		"ip_address": i.IP,
	}))
}

func (g *Growth) Blocked(phone string) {
	g.report(g.cio.TrackAnonymous(phone, "login_blocked", nil))
}

func (g *Growth) report(err error) {
	if err != nil {
		log.Printf("growth: %v", err)
	}
}
