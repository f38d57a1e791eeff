package telemetry

import (
	"bufio"
	"encoding/json"
	"io"
)

type Sample struct {
	Owner   string  `json:"owner"`
	Unit    string  `json:"unit"`
	Celsius float64 `json:"c"`
	Lat     float64 `json:"lat"`
	Lng     float64 `json:"lng"`
}

// Read sends the samples of a stream of lines, and closes the channel.
func Read(r io.Reader) <-chan Sample {
	ch := make(chan Sample, 64)
	go func() {
		defer close(ch)
		for sc := bufio.NewScanner(r); sc.Scan(); {
			var s Sample
			if json.Unmarshal(sc.Bytes(), &s) == nil {
				ch <- s
			}
		}
	}()
	return ch
}
