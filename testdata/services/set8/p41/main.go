package main

import (
	"context"
	"log"
	"os"

	"services/set8/p41/mailer"
)

func main() {
	if err := mailer.FromEnv().Boarding(context.Background(), os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}
