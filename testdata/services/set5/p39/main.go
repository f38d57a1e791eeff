package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

// callback is a row of the call centre's export.
type callback struct {
	Customer string
	Phone    string
	Agent    string
	Seconds  int
	Result   string
}

func parse(line string) (callback, error) {
	var c callback
	f := strings.Split(line, ";")
	if len(f) != 5 {
		return c, fmt.Errorf("%d fields", len(f))
	}
	c.Customer, c.Phone, c.Agent, c.Result = f[0], f[1], f[2], f[4]
	_, err := fmt.Sscan(f[3], &c.Seconds)
	return c, err
}

func (c callback) event() string {
	parts := []string{"callback", strings.Trim(c.Phone, "+ "), c.Result}
	return strings.Join(parts, "_")
}

func (c callback) data() map[string]any {
	return sanitize.Attributes(map[string]any{
		"agent":   c.Agent,
		"seconds": c.Seconds,
	})
}

func main() {
	raw, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	defer cancel()
	out := tabwriter.NewWriter(os.Stdout, 0, 8, 1, ' ', 0)
	defer out.Flush()
	for line := range strings.Lines(string(raw)) {
		c, err := parse(strings.TrimSuffix(line, "\n"))
		if err != nil {
			fmt.Fprintf(out, "skipped\t%v\n", err)
			continue
		}
		err = client.TrackCtx(ctx, c.Customer, c.event(), c.data())
		fmt.Fprintf(out, "%s\t%v\n", c.Customer, err)
	}
}
