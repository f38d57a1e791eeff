// Command backfill writes the columns of an export to profiles.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"strconv"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

type table struct {
	header []string
	sc     *bufio.Scanner
}

func open(r io.Reader) (*table, error) {
	sc := bufio.NewScanner(r)
	if !sc.Scan() {
		return nil, errors.New("the export is empty")
	}
	return &table{strings.Split(sc.Text(), "\t"), sc}, nil
}

func (t *table) next() (map[string]string, bool) {
	if !t.sc.Scan() {
		return nil, false
	}
	cells := strings.Split(t.sc.Text(), "\t")
	row := make(map[string]string, len(cells))
	for i, h := range t.header {
		if i < len(cells) {
			row[h] = cells[i]
		}
	}
	return row, true
}

func typed(s string) any {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return n
	}
	if b, err := strconv.ParseBool(s); err == nil {
		return b
	}
	return s
}

func attributes(row map[string]string, key string) map[string]any {
	out := make(map[string]any, len(row))
	for column, cell := range row {
		if column == key || cell == "" {
			continue
		}
		out[strings.ToLower(column)] = typed(cell)
	}
	return out
}

func main() {
	key := flag.String("key", "id", "column of the customer id")
	dry := flag.Bool("dry-run", true, "only say what would be done")
	flag.Parse()
	t, err := open(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	for n := 2; ; n++ {
		row, ok := t.next()
		if !ok {
			break
		}
		attrs := attributes(row, *key)
		if *dry {
			fmt.Println(n, len(attrs), "attributes")
			continue
		}
		if err := cio.IdentifyCtx(context.Background(), row[*key], attrs); err != nil {
			log.Printf("line %d: %v", n, err)
		}
	}
}
