// Mode: unless-clean.

// Package far returns channels of structs with payloads.
package far

type Alarm struct {
	Owner string
	Props map[string]any
}

func Watch(in <-chan float64) <-chan Alarm {
	out := make(chan Alarm)
	go func() {
		defer close(out)
		for s := range in {
			out <- Alarm{Owner: "x", Props: map[string]any{"latitude": s}}
		}
	}()
	return out
}

func Harmless(in <-chan float64) <-chan Alarm {
	out := make(chan Alarm)
	go func() {
		defer close(out)
		for s := range in {
			out <- Alarm{Owner: "x", Props: map[string]any{"celsius": s}}
		}
	}()
	return out
}
