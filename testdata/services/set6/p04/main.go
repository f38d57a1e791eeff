// Command loyalty recomputes tiers every night.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"

	"github.com/customerio/go-customerio/v3"
)

type member struct {
	ID       string `json:"id"`
	Points   int    `json:"points"`
	Mobile   string `json:"mobile_phone"`
	CardNo   string `json:"credit_card_number"`
	HasPhone bool   `json:"-"`
}

func tier(points int) string {
	switch {
	case points >= 10000:
		return "gold"
	case points >= 2500:
		return "silver"
	}
	return "basic"
}

func attributes(m member) map[string]any {
	out := map[string]any{"tier": tier(m.Points), "points": m.Points}
	out["has_phone"] = m.HasPhone
	if m.CardNo != "" {
		out["has_credit_card"] = true
	}
	return out
}

func main() {
	dry := flag.Bool("dry", false, "only print")
	flag.Parse()
	f, err := os.Open(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		var m member
		if err := json.Unmarshal(sc.Bytes(), &m); err != nil {
			log.Printf("skipped: %v", err)
			continue
		}
		m.HasPhone = len(m.Mobile) > 6
		if *dry {
			fmt.Println(m.ID, tier(m.Points))
			continue
		}
		if err := cio.Identify(m.ID, attributes(m)); err != nil {
			log.Printf("member %s: %v", m.ID, err)
		}
	}
}
