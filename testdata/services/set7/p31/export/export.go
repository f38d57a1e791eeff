// Package export copies rows to where they are wanted.
package export

import (
	"fmt"
	"iter"
)

// Mapper makes attributes of a row.
type Mapper[V any] func(V) map[string]any

// Target gets the attributes.
type Target interface {
	Upsert(id string, attributes map[string]any) error
}

// Job copies all rows.
type Job[V any] struct {
	Rows   func() iter.Seq2[string, V]
	Map    Mapper[V]
	target Target
}

// To sets the target.
func (j *Job[V]) To(t Target) *Job[V] {
	j.target = t
	return j
}

// Run the job.
func (j *Job[V]) Run() (n int, err error) {
	for id, row := range j.Rows() {
		if err := j.target.Upsert(id, j.Map(row)); err != nil {
			return n, fmt.Errorf("row %s: %w", id, err)
		}
		n++
	}
	return n, nil
}
