// Command p07 purges accounts that were closed for ninety days.
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
	"os/signal"
	"strings"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

type purger struct {
	client *customerio.CustomerIO
	pause  time.Duration
	dry    bool
	out    io.Writer
}

func (p *purger) run(ctx context.Context, in io.Reader) error {
	var failed []error
	lines := bufio.NewScanner(in)
	n := 0
	for lines.Scan() {
		id := strings.TrimSpace(lines.Text())
		if id == "" || strings.HasPrefix(id, "#") {
			continue
		}
		if err := p.purge(ctx, id); err != nil {
			failed = append(failed, fmt.Errorf("line %d: %w", n, err))
		}
		n++
		time.Sleep(p.pause)
	}
	fmt.Fprintf(p.out, "%d accounts, %d failed\n", n, len(failed))
	return errors.Join(append(failed, lines.Err())...)
}

func (p *purger) purge(ctx context.Context, id string) error {
	if p.dry {
		_, err := fmt.Fprintln(p.out, "would delete", id)
		return err
	}
	for attempt := 1; ; attempt++ {
		err := p.client.DeleteCtx(ctx, id)
		if err == nil || attempt == 3 {
			return err
		}
		time.Sleep(time.Duration(attempt) * time.Second)
	}
}

func main() {
	dry := flag.Bool("n", false, "only say what would be deleted")
	pause := flag.Duration("pause", 10*time.Millisecond, "between accounts")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	p := &purger{
		client: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_TRACK_KEY")),
		pause:  *pause,
		dry:    *dry,
		out:    os.Stderr,
	}
	if err := p.run(ctx, os.Stdin); err != nil {
		log.Fatal(err)
	}
}
