package main

import (
	"bufio"
	"context"
	"log"
	"os"
	"os/signal"

	"services/set8/p38/batch"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
)

func ids(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []string
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		out = append(out, sc.Text())
	}
	return out, sc.Err()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	e, err := erasure.New(credential.RegionEU, credential.Env("CIO_SITE_ID"), credential.Env("CIO_API_KEY"))
	if err != nil {
		log.Fatal(err)
	}
	former, err := ids(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	res, err := batch.Run(ctx, e, former)
	log.Printf("%d erased, %d failed", res.Erased, len(res.Failed))
	if err != nil {
		log.Fatal(err)
	}
}
