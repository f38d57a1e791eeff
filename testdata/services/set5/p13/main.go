package main

import (
	"context"
	"os"

	"services/set5/p13/cioadapter"
	"services/set5/p13/worker"
)

func main() {
	in := make(chan worker.Message)
	w := &worker.Worker{In: in, WS: cioadapter.New(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	go func() {
		defer close(in)
		for _, id := range os.Args[1:] {
			in <- worker.Message{Body: []byte(`{"account_id":"` + id + `"}`), Ack: func() {}, Nack: func() {}}
		}
	}()
	w.Run(context.Background())
}
