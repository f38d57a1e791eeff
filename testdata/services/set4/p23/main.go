package main

import (
	"context"
	"log"
	"os"
	"strconv"

	"services/set4/p23/cio"
)

func main() {
	seats, err := strconv.Atoi(os.Args[3])
	if err != nil {
		log.Fatalf("seats: %v", err)
	}
	if err := cio.Identify(context.Background(), os.Args[1], os.Args[2], seats); err != nil {
		log.Fatal(err)
	}
}
