package alarm

import "services/set4/p11/telemetry"

type Alarm struct {
	Owner string
	Props map[string]any
}

// Watch turns samples that are too warm into alarms, one per unit.
func Watch(in <-chan telemetry.Sample, limit float64) <-chan Alarm {
	out := make(chan Alarm)
	go func() {
		defer close(out)
		open := map[string]bool{}
		for s := range in {
			warm := s.Celsius > limit
			if warm && !open[s.Unit] {
				out <- Alarm{Owner: s.Owner, Props: map[string]any{
					"temperature": s.Celsius,
					"limit":       limit,
					"latitude":    s.Lat,
					"longitude":   s.Lng,
				}}
			}
			open[s.Unit] = warm
		}
	}()
	return out
}
