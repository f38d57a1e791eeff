package main

import (
	"bufio"
	"context"
	"fmt"
	"iter"
	"log"
	"os"

	"services/set9/p12/gdpr"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
)

type file string

func (f file) Due(context.Context) ([]string, error) {
	in, err := os.Open(string(f))
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var ids []string
	sc := bufio.NewScanner(in)
	for sc.Scan() {
		ids = append(ids, sc.Text())
	}
	return ids, sc.Err()
}

type forgetter struct{ eraser *erasure.Eraser }

func (f forgetter) Forget(ctx context.Context, ids iter.Seq2[string, error]) error {
	summary, err := f.eraser.EraseAll(ctx, ids)
	fmt.Println("erased", summary.Erased, "left", summary.Left())
	return err
}

func main() {
	e, err := erasure.New(credential.RegionEU, credential.Env("CIO_SITE_ID"), credential.Env("CIO_API_KEY"))
	if err != nil {
		log.Fatal(err)
	}
	if err := (gdpr.Job{Queue: file(os.Args[1]), Eraser: forgetter{e}}).Run(context.Background()); err != nil {
		log.Fatal(err)
	}
}
