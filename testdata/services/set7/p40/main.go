// Command p40 erases the readers that are named.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"services/set7/p40/gdpr"
)

func run(ctx context.Context, ids []string) error {
	e, err := gdpr.NewEraser(gdpr.Keys{Site: os.Getenv("CUSTOMERIO_SITE_ID"), API: os.Getenv("CUSTOMERIO_API_KEY")})
	if err != nil {
		return err
	}
	var failed []error
	for i, id := range ids {
		if err := e.Erase(ctx, id); err != nil {
			failed = append(failed, fmt.Errorf("reader %d: %w", i, err))
		}
	}
	return errors.Join(failed...)
}

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
