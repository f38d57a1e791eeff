package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"

	"services/set4/p36/entity"
	"services/set4/p36/worker"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	in := make(chan worker.Message)
	go func() {
		for _, id := range os.Args[1:] {
			in <- worker.Message{UserID: id, Ack: func() {}, Nack: func() {}}
		}
		close(in)
	}()
	worker.Consume(ctx, in, &entity.Client{
		Site: os.Getenv("CIO_SITE_ID"),
		Key:  os.Getenv("CIO_API_KEY"),
		HTTP: http.DefaultClient,
	})
}
