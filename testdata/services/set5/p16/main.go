// Command forget erases the people given as arguments.
package main

import (
	"errors"
	"flag"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

type forgetter struct {
	site, key string
	http      http.Client
	cio       *customerio.CustomerIO
}

func (f *forgetter) suppress(id string) error {
	endpoint, err := url.JoinPath("https://track.customer.io/api/v1/customers", url.PathEscape(id), "suppress")
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, endpoint, nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(f.site, f.key)
	resp, err := f.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("suppress: %s", resp.Status)
	}
	return nil
}

func (f *forgetter) forget(id string) error {
	var err error
	for attempt := range 4 {
		if err = f.suppress(id); err == nil {
			break
		}
		time.Sleep(time.Second << attempt)
	}
	if err != nil {
		return err
	}
	return f.cio.Delete(id)
}

func main() {
	pause := flag.Duration("pause", 50*time.Millisecond, "pause between two people")
	flag.Parse()
	f := &forgetter{site: os.Getenv("CIO_SITE_ID"), key: os.Getenv("CIO_API_KEY")}
	f.http.Timeout = 20 * time.Second
	f.cio = customerio.NewTrackClient(f.site, f.key, customerio.WithHTTPClient(&f.http))

	var failed error
	for n, id := range flag.Args() {
		if err := f.forget(id); err != nil {
			failed = errors.Join(failed, fmt.Errorf("argument %d: %w", n+1, err))
		}
		time.Sleep(*pause)
	}
	if failed != nil {
		fmt.Fprintln(os.Stderr, failed)
		os.Exit(1)
	}
}
