// Command announce triggers the broadcast of a new issue.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"time"
)

type trigger struct {
	Data struct {
		Issue    int    `json:"issue"`
		Headline string `json:"headline"`
		Link     string `json:"link"`
	} `json:"data"`
	Recipients struct {
		Segment struct {
			ID int `json:"id"`
		} `json:"segment"`
	} `json:"recipients"`
}

func main() {
	var t trigger
	campaign := flag.Int("campaign", 12, "campaign id")
	flag.IntVar(&t.Data.Issue, "issue", 0, "number of the issue")
	flag.StringVar(&t.Data.Headline, "headline", "", "what it is about")
	flag.StringVar(&t.Data.Link, "link", "", "where to read it")
	flag.IntVar(&t.Recipients.Segment.ID, "segment", 1, "who gets it")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := send(ctx, *campaign, t); err != nil {
		fmt.Fprintln(os.Stderr, "announce:", err)
		os.Exit(1)
	}
}

func send(ctx context.Context, campaign int, t trigger) error {
	key := os.Getenv("CUSTOMERIO_APP_API_KEY")
	if key == "" {
		return fmt.Errorf("CUSTOMERIO_APP_API_KEY is not set")
	}
	body, err := json.Marshal(t)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	url := fmt.Sprintf("https://api.customer.io/v1/campaigns/%d/triggers", campaign)
	req, err := http.NewRequestWithContext(ctx, "POST", url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+key)
	req.Header.Set("Content-Type", "application/json")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode >= 300 {
		return fmt.Errorf("customer.io answers %s", res.Status)
	}
	return nil
}
