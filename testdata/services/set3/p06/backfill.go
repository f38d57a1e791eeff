// Command planfill writes plans to profiles.
package main

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"os"
	"strconv"
	"strings"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

const (
	colID = iota
	colPlan
	colSeats
	colPhone
	colSSN
	colTrialEnd
	columns
)

type planName string

const (
	free planName = "free"
	team planName = "team"
	corp planName = "corp"
)

func parsePlan(s string) (planName, error) {
	switch p := planName(strings.ToLower(s)); p {
	case free, team, corp:
		return p, nil
	}
	return "", fmt.Errorf("unknown plan of %d letters", len(s))
}

func attributes(cells []string) (map[string]any, error) {
	plan, err := parsePlan(cells[colPlan])
	if err != nil {
		return nil, err
	}
	seats, err := strconv.Atoi(cells[colSeats])
	if err != nil {
		return nil, fmt.Errorf("seats: %w", err)
	}
	out := map[string]any{
		"plan":         string(plan),
		"seats":        seats,
		"has_phone":    cells[colPhone] != "",
		"ssn_verified": len(cells[colSSN]) == 9,
	}
	if end, err := time.Parse(time.DateOnly, cells[colTrialEnd]); err == nil {
		out["trial_ends_at"] = end.Unix()
	}
	return out, nil
}

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	sc := bufio.NewScanner(os.Stdin)
	for n := 1; sc.Scan(); n++ {
		cells := strings.Split(sc.Text(), ";")
		if len(cells) != columns {
			log.Printf("line %d: %d columns", n, len(cells))
			continue
		}
		attrs, err := attributes(cells)
		if err != nil {
			log.Printf("line %d: %v", n, err)
			continue
		}
		if err := cio.IdentifyCtx(context.Background(), cells[colID], attrs); err != nil {
			log.Printf("line %d: %v", n, err)
		}
	}
	if err := sc.Err(); err != nil {
		log.Fatal(err)
	}
}
