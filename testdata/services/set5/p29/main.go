package main

import (
	"context"
	"flag"
	"log"
	"os"

	"services/set5/p29/tsv"

	customerio "github.com/customerio/go-customerio/v3"
)

type backfill struct {
	client *customerio.CustomerIO
	dry    bool
}

func (b backfill) run(ctx context.Context, name string) (n int, err error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	for cells, err := range tsv.Rows(f) {
		if err != nil {
			log.Print(err)
			continue
		}
		attributes := map[string]any{"imported_from": "legacy-crm"}
		for column, cell := range cells {
			if column == "id" {
				continue
			}
			attributes[column] = cell
		}
		if b.dry {
			log.Println(cells["id"], len(attributes))
			continue
		}
		if err := b.client.IdentifyCtx(ctx, cells["id"], attributes); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

func main() {
	dry := flag.Bool("n", false, "send nothing")
	flag.Parse()
	b := backfill{client: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")), dry: *dry}
	for _, name := range flag.Args() {
		n, err := b.run(context.Background(), name)
		log.Println(name, n, err)
	}
}
