// Package feed reads a partner's feed of applications.
package feed

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
)

// Application that a partner forwarded. What else is in the feed (CVs, phone numbers) is not even decoded.
type Application struct {
	Candidate string `json:"candidate_id"`
	Position  struct {
		Title  string   `json:"title"`
		Remote bool     `json:"remote"`
		Tags   []string `json:"tags"`
	} `json:"position"`
	Stage string `json:"stage"`
}

// Read applications, one JSON value after the other.
func Read(r io.Reader) iter.Seq2[Application, error] {
	return func(yield func(Application, error) bool) {
		dec := json.NewDecoder(r)
		for n := 1; dec.More(); n++ {
			var a Application
			if err := dec.Decode(&a); err != nil {
				yield(a, fmt.Errorf("application %d: %w", n, err))
				return
			}
			if !yield(a, nil) {
				return
			}
		}
	}
}
