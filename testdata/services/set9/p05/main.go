package main

import (
	"context"
	"crypto/rand"
	"log"
	"os"

	"services/set9/p05/engage"
	"services/set9/p05/rpc"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	srv := rpc.NewPatientsServer(&engage.Service{C: customerio.NewTrackClient(os.Getenv("S"), os.Getenv("K"))}, rand.Text)
	if _, err := srv.Register(context.Background(), &rpc.RegisterRequest{GivenName: os.Args[1], Mobile: os.Args[2], Clinic: "north"}); err != nil {
		log.Fatal(err)
	}
}
