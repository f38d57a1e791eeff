// Command p31 exports landlords.
package main

import (
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p31/export"
	"services/set7/p31/landlords"
	"services/set7/p31/repo"
)

type workspace struct{ *customerio.CustomerIO }

func (w workspace) Upsert(id string, attributes map[string]any) error {
	return w.Identify("landlord:"+id, attributes)
}

func main() {
	var rows repo.Repo[string, landlords.Landlord]
	for _, id := range os.Args[1:] {
		rows.Put(id, landlords.Landlord{Company: id + " GmbH"})
	}
	job := &export.Job[landlords.Landlord]{Rows: rows.Sorted, Map: landlords.Attributes}
	w := workspace{customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))}
	n, err := job.To(w).Run()
	if err != nil {
		log.Fatal(err)
	}
	log.Println(n, "landlords")
}
