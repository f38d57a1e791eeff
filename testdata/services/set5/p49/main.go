package main

import (
	"context"
	"log"
	"os"
	"time"

	"services/set5/p49/export"
	"services/set5/p49/member"
	"services/set5/p49/people"
)

type snapshot []member.Member

func (s snapshot) Changed(context.Context, int64) ([]member.Member, error) { return s, nil }

func main() {
	r := new(export.Runner).
		UseStore(snapshot{{ID: "m1", Branch: "North", Ref: os.Getenv("REGISTER_NO")}}).
		UseExporter(people.NewExporter(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))).
		Since(time.Now().Add(-time.Hour).Unix())
	n, err := r.Run(context.Background())
	log.Println(n, err)
}
