// Command forget erases the people who asked for it.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

const trackAPI = "https://track.customer.io/api/v1/customers/"

type eraser struct {
	site, key string
	http      *http.Client
	track     *customerio.CustomerIO
}

func (e *eraser) suppress(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, trackAPI+url.PathEscape(id)+"/suppress", nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(e.site, e.key)
	resp, err := e.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("suppress: %s", resp.Status)
	}
	return nil
}

func (e *eraser) erase(ctx context.Context, id string) error {
	if err := e.suppress(ctx, id); err != nil {
		return err
	}
	return e.track.DeleteCtx(ctx, id)
}

func (e *eraser) run(ctx context.Context, ids []string) (done int, err error) {
	for _, id := range ids {
		if err := e.erase(ctx, id); err != nil {
			return done, fmt.Errorf("after %d: %w", done, err)
		}
		done++
	}
	return done, nil
}

func readIDs(name string) ([]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var ids []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if id := strings.TrimSpace(s.Text()); id != "" {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

func main() {
	list := flag.String("list", "forget.txt", "one customer id a line")
	flag.Parse()
	ids, err := readIDs(*list)
	if err != nil {
		log.Fatal(err)
	}
	site, key := os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")
	e := &eraser{site, key, &http.Client{Timeout: 20 * time.Second}, customerio.NewTrackClient(site, key)}
	n, err := e.run(context.Background(), ids)
	log.Printf("%d of %d erased", n, len(ids))
	if err != nil {
		log.Fatal(err)
	}
}
