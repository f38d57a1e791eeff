package main

import (
	"encoding/json"
	"flag"
	"log"
	"os"

	"services/set5/p17/attrs"
	"services/set5/p17/model"

	customerio "github.com/customerio/go-customerio/v3"
)

func load(name string) ([]model.Contractor, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var rows []struct {
		UUID  string `json:"uuid"`
		TIN   string `json:"tax_id"`
		Name  string `json:"company_name"`
		Trade string `json:"trade"`
	}
	if err := json.NewDecoder(f).Decode(&rows); err != nil {
		return nil, err
	}
	list := make([]model.Contractor, 0, len(rows))
	for _, r := range rows {
		list = append(list, model.Contractor{ID: r.UUID, Company: r.Name, TaxID: r.TIN, Trade: r.Trade})
	}
	return list, nil
}

func main() {
	in := flag.String("in", "contractors.json", "export of the contractors")
	flag.Parse()
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	list, err := load(*in)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range list {
		m, err := attrs.From(c)
		if err != nil {
			log.Print(err)
			continue
		}
		if err := client.Identify(c.ID, m); err != nil {
			log.Print(err)
		}
	}
}
