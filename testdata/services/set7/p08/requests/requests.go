// Package requests reads the erasure requests of a day.
package requests

import (
	"encoding/csv"
	"io"
	"iter"
	"time"
)

// Due yields the accounts whose grace period is over.
func Due(r io.Reader, now time.Time) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		rows := csv.NewReader(r)
		rows.FieldsPerRecord = 2
		for {
			row, err := rows.Read()
			if err == io.EOF {
				return
			}
			if err != nil {
				if !yield("", err) {
					return
				}
				continue
			}
			at, err := time.Parse(time.DateOnly, row[1])
			if err == nil && at.After(now) {
				continue
			}
			if !yield(row[0], err) {
				return
			}
		}
	}
}
