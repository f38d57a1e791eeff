package main

import (
	"context"
	"fmt"
	"os"

	"services/set9/p04/emit"
	"services/set9/p04/relay"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	var loop relay.Loop
	loop.Use(emit.New(customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_KEY")), []byte(os.Getenv("HASH_KEY"))))
	n, err := loop.Drain(context.Background(), os.Stdin)
	fmt.Println(n, err)
}
