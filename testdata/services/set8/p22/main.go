// Command spend streams purchases of a loyalty card.
package main

import (
	"bufio"
	"context"
	"log"
	"os"
	"strconv"
	"strings"
	"sync"

	"github.com/customerio/go-customerio/v3"
)

type raw struct {
	member     string
	cardNumber string
	cents      int64
}

type spend struct {
	member string
	scheme string
	cents  int64
}

func read(out chan<- raw) {
	defer close(out)
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		f := strings.Split(sc.Text(), ",")
		if len(f) != 3 {
			continue
		}
		n, err := strconv.ParseInt(f[2], 10, 64)
		if err != nil {
			continue
		}
		out <- raw{f[0], f[1], n}
	}
}

func classify(in <-chan raw, out chan<- spend) {
	defer close(out)
	for r := range in {
		s := spend{member: r.member, cents: r.cents, scheme: "other"}
		switch {
		case strings.HasPrefix(r.cardNumber, "4"):
			s.scheme = "visa"
		case strings.HasPrefix(r.cardNumber, "5"):
			s.scheme = "mastercard"
		}
		out <- s
	}
}

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	a, b := make(chan raw, 16), make(chan spend, 16)
	go read(a)
	go classify(a, b)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for s := range b {
				err := c.TrackCtx(context.Background(), s.member, "points_earned", map[string]any{"scheme": s.scheme, "points": s.cents / 100})
				if err != nil {
					log.Print(err)
				}
			}
		})
	}
	wg.Wait()
}
