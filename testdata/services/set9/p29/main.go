package main

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"services/set9/p29/gateway"
)

// eraseStudents forgets everybody listed on standard input, one id a line.
func eraseStudents(ctx context.Context, g *gateway.Gateway, lines *bufio.Scanner) error {
	n := 0
	for lines.Scan() {
		id := lines.Text()
		if err := g.SuppressCustomer(ctx, id); err != nil {
			return fmt.Errorf("after %d: suppress: %w", n, err)
		}
		if err := g.RemoveCustomer(ctx, id); err != nil {
			return fmt.Errorf("after %d: delete: %w", n, err)
		}
		n++
	}
	return lines.Err()
}

func main() {
	g := gateway.New(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	if err := eraseStudents(context.Background(), g, bufio.NewScanner(os.Stdin)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
