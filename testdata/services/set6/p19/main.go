package main

import (
	"errors"
	"flag"
	"io"
	"log"
	"os"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p19/mapper"
	"services/set6/p19/rows"
)

func main() {
	limit := flag.Int("limit", 0, "stop after so many rows")
	flag.Parse()
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	done := 0
	err := rows.Read(os.Stdin, func(p rows.Patient) error {
		if *limit > 0 && done >= *limit {
			return io.EOF
		}
		done++
		return cio.Identify(p.Ref, mapper.ToProfile(p))
	})
	if err != nil && !errors.Is(err, io.EOF) {
		log.Fatal(err)
	}
	log.Println(done, "profiles written")
}
