package main

import (
	"context"
	"log"
	"os"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
	"services/set6/p26/gdpr"
	"services/set6/p26/localdb"
)

func main() {
	cio, err := erasure.New(credential.RegionEU, credential.Env("CIO_SITE_ID"), credential.File("/run/secrets/cio_api_key"),
		erasure.WithConcurrency(2),
	)
	if err != nil {
		log.Fatal(err)
	}
	ids := os.Args[1:]
	rep, err := gdpr.Forget(context.Background(), ids,
		gdpr.Named{Name: "users", Eraser: localdb.Open(ids...)},
		gdpr.Named{Name: "customerio", Eraser: cio},
	)
	log.Printf("%d done, %d failed", rep.Done, rep.Failed)
	if err != nil {
		log.Fatal(err)
	}
}
