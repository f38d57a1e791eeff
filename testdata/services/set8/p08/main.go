package main

import (
	"bufio"
	"context"
	"log"
	"os"
	"strings"

	"services/set8/p08/pseudonym"

	"github.com/customerio/go-customerio/v3"
)

type passenger struct {
	phone string
	line  string
}

func parse(line string) (passenger, bool) {
	phone, rest, ok := strings.Cut(line, ";")
	return passenger{phone: strings.TrimSpace(phone), line: strings.TrimSpace(rest)}, ok
}

func main() {
	key, err := os.ReadFile(os.Getenv("PSEUDONYM_KEY_FILE"))
	if err != nil {
		log.Fatal(err)
	}
	maker, err := pseudonym.New(key)
	if err != nil {
		log.Fatal(err)
	}
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		p, ok := parse(sc.Text())
		if !ok {
			continue
		}
		id := maker.Of(p.phone)
		if err := c.TrackCtx(context.Background(), id, "bus_line_delayed", map[string]any{"delayed": true}); err != nil {
			log.Print(err)
		}
	}
}
