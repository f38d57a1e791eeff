package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"sync"
	"time"

	"services/set5/p30/retry"

	customerio "github.com/customerio/go-customerio/v3"
)

type job struct {
	user string
	data map[string]any
}

type usage struct {
	UserID    string `json:"user_id"`
	Phone     string `json:"phone"`
	Projects  int    `json:"projects"`
	APICalls  int64  `json:"api_calls"`
	OverQuota bool   `json:"over_quota"`
}

func toJob(u usage) job {
	return job{user: u.UserID, data: map[string]any{
		"projects":           u.Projects,
		"api_calls":          u.APICalls,
		"over_quota":         u.OverQuota,
		"has_phone":          u.Phone != "",
		"usage_refreshed_at": time.Now().Unix(),
	}}
}

func main() {
	ctx := context.Background()
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	policy := retry.Policy{Attempts: 5, Base: 200 * time.Millisecond}

	jobs := make(chan job, 32)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for j := range jobs {
				took, err := retry.Do(ctx, policy, func(ctx context.Context) (time.Duration, error) {
					start := time.Now()
					err := client.IdentifyCtx(ctx, j.user, j.data)
					return time.Since(start), err
				})
				if err != nil {
					log.Println("giving up:", err)
					continue
				}
				log.Println(j.user, took)
			}
		})
	}
	for dec := json.NewDecoder(os.Stdin); dec.More(); {
		var u usage
		if err := dec.Decode(&u); err != nil {
			log.Fatal(err)
		}
		jobs <- toJob(u)
	}
	close(jobs)
	wg.Wait()
}
