package main

import (
	"bufio"
	"context"
	"log"
	"os"
	"strings"

	"services/set6/p12/track"
)

func main() {
	c := track.New(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	sc := bufio.NewScanner(os.Stdin)
	failed := 0
	for sc.Scan() {
		id := strings.TrimSpace(sc.Text())
		if id == "" {
			continue
		}
		if err := c.Remove(context.Background(), id); err != nil {
			log.Printf("line %q: %v", id, err)
			failed++
		}
	}
	if failed > 0 {
		log.Fatalf("%d people left", failed)
	}
}
