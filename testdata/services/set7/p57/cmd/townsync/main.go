// Command townsync syncs citizens to the town's newsletter.
package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"sync"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p57/citizens"
)

func load(path string) ([]*citizens.Citizen, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	var all []*citizens.Citizen
	for _, r := range rows {
		if len(r) == 4 {
			all = append(all, &citizens.Citizen{Account: r[0], SSN: r[1], District: r[2], Trash: r[3]})
		}
	}
	return all, nil
}

func main() {
	all, err := load(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	cio := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	var wg sync.WaitGroup
	slots := make(chan struct{}, 4)
	for _, r := range citizens.Records(all) {
		wg.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() { <-slots; wg.Done() }()
			if err := cio.Identify(r.ID, r.Attrs); err != nil {
				fmt.Fprintln(os.Stderr, err)
			}
		}()
	}
	wg.Wait()
}
