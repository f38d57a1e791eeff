package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"path/filepath"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p37/model"
	"services/set6/p37/syncer"
)

func main() {
	dir := os.Getenv("STAFF_DIR")
	load := func(id string) (e model.Employee, err error) {
		b, err := os.ReadFile(filepath.Join(dir, filepath.Base(id)+".json"))
		if err != nil {
			return e, err
		}
		return e, json.Unmarshal(b, &e)
	}
	s := syncer.New(load, customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))
	for _, id := range os.Args[1:] {
		if err := s.Sync(context.Background(), id); err != nil {
			log.Println(id, err)
		}
	}
}
