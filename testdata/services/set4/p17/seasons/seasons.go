package seasons

import (
	"context"
	"log"

	"services/set4/p17/players"

	customerio "github.com/customerio/go-customerio/v3"
)

type Season struct {
	Number int
	cio    *customerio.CustomerIO
}

func Start(number int, cio *customerio.CustomerIO) *Season { return &Season{number, cio} }

var ranks = [...]string{"bronze", "silver", "gold", "diamond"}

func rank(level int) string { return ranks[min(level/25, len(ranks)-1)] }

func (s *Season) Finish(ctx context.Context, all []*players.Player) {
	for _, p := range all {
		if p.LastSeen.IsZero() {
			continue
		}
		props := map[string]any{"season": s.Number, "level": p.Level, "rank": rank(p.Level)}
		if err := s.cio.TrackCtx(ctx, p.Key(), "season_finished", props); err != nil {
			log.Print(err)
		}
	}
}
