package main

import (
	"context"
	"errors"
	"log"
	"os"

	"services/set6/p13/cio"
	"services/set6/p13/core"
	"services/set6/p13/decorate"
)

type directory map[string]core.Party

func (d directory) Lookup(_ context.Context, id string) (core.Party, error) {
	p, ok := d[id]
	if !ok {
		return p, errors.New("unknown party")
	}
	return p, nil
}

func main() {
	profiles := cio.NewProfiles(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	moveIn := core.MoveIn{Profiles: decorate.Clean{Next: decorate.Enrich(profiles, directory{})}}
	if err := moveIn.Execute(context.Background(), os.Args[1], "green-12"); err != nil {
		log.Fatal(err)
	}
}
