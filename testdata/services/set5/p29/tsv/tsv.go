// Package tsv reads tables.
package tsv

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"
)

// Rows yields each line of a table as a map by column.
func Rows(r io.Reader) iter.Seq2[map[string]string, error] {
	return func(yield func(map[string]string, error) bool) {
		sc := bufio.NewScanner(r)
		if !sc.Scan() {
			yield(nil, fmt.Errorf("tsv: no header: %w", sc.Err()))
			return
		}
		header := strings.Split(sc.Text(), "\t")
		for sc.Scan() {
			cells := strings.Split(sc.Text(), "\t")
			if len(cells) != len(header) {
				if !yield(nil, fmt.Errorf("tsv: %d cells, want %d", len(cells), len(header))) {
					return
				}
				continue
			}
			m := make(map[string]string, len(cells))
			for i, c := range cells {
				m[header[i]] = c
			}
			if !yield(m, nil) {
				return
			}
		}
	}
}
