package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"services/set4/p33/eu"
	"services/set4/p33/rights"
)

func main() {
	list, err := io.ReadAll(os.Stdin)
	if err != nil {
		panic(err)
	}
	o := rights.Officer{
		Processor: eu.Track{SiteID: os.Getenv("EU_SITE_ID"), APIKey: os.Getenv("EU_API_KEY")},
		Pause:     2 * time.Second,
	}
	if err := o.Everybody(context.Background(), strings.Fields(string(list))); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
