package main

import (
	"bufio"
	"context"
	"os"
	"os/signal"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p05/consumer"
)

type stdin struct{ sc *bufio.Scanner }

func (s stdin) Next(ctx context.Context) ([]byte, error) {
	if ctx.Err() != nil || !s.sc.Scan() {
		return nil, context.Canceled
	}
	return s.sc.Bytes(), nil
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	if err := consumer.New(stdin{bufio.NewScanner(os.Stdin)}, cio).Run(ctx); err != nil {
		os.Exit(1)
	}
}
