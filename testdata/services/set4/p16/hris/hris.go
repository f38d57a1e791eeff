package hris

import (
	"encoding/csv"
	"errors"
	"io"
)

// Row is one line of the export, by column.
type Row map[string]string

func Each(r io.Reader, do func(Row) error) error {
	cr := csv.NewReader(r)
	head, err := cr.Read()
	if err != nil {
		return err
	}
	var errs []error
	for {
		rec, err := cr.Read()
		if err == io.EOF {
			return errors.Join(errs...)
		}
		if err != nil {
			return err
		}
		row := make(Row, len(head))
		for i, h := range head {
			row[h] = rec[i]
		}
		errs = append(errs, do(row))
	}
}
