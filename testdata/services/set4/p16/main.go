package main

import (
	"fmt"
	"os"
	"strings"

	"services/set4/p16/hris"

	customerio "github.com/customerio/go-customerio/v3"
)

func attributes(row hris.Row) map[string]any {
	out := map[string]any{}
	for column, value := range row {
		switch column {
		case "team", "office", "start_year":
			out[column] = strings.TrimSpace(value)
		}
	}
	return out
}

func run() error {
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	return hris.Each(os.Stdin, func(row hris.Row) error {
		uid := row["uid"]
		if uid == "" {
			return fmt.Errorf("a row without uid")
		}
		return cio.Identify(uid, attributes(row))
	})
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
