// Command p10 marks churned workspaces.
package main

import (
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p10/settings"
)

type workspace struct {
	Owner    string
	Plan     string
	LastSeen time.Time
	Seats    int
}

func churned(all []workspace, now time.Time) (out []workspace) {
	for _, w := range all {
		if now.Sub(w.LastSeen) > 60*24*time.Hour {
			out = append(out, w)
		}
	}
	return out
}

func main() {
	crm, err := settings.Read("crm.json")
	if err != nil {
		log.Fatal(err)
	}
	if !crm.Enabled {
		return
	}
	region := customerio.RegionUS
	if crm.Region == "eu" {
		region = customerio.RegionEU
	}
	client := customerio.NewTrackClient(crm.SiteID, crm.APIKey, customerio.WithRegion(region))
	for _, w := range churned([]workspace{{Owner: os.Args[1], Plan: "team", Seats: 4}}, time.Now()) {
		err := client.Identify(w.Owner, map[string]any{
			"churned":   true,
			"plan":      w.Plan,
			"seats":     w.Seats,
			"last_seen": w.LastSeen.Unix(),
		})
		if err != nil {
			log.Print(err)
		}
	}
}
