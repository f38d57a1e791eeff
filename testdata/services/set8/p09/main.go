package main

import (
	"context"
	"log"
	"os"
	"time"

	"services/set8/p09/people"
	"services/set8/p09/settings"
)

func main() {
	opts := []settings.Option{settings.Timeout(3 * time.Second)}
	if os.Getenv("HR_STAGE") == "sandbox" {
		opts = append(opts, settings.Sandbox())
	} else {
		opts = append(opts, settings.Keys(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))
	}
	if err := people.NewDirectory(opts...).Joined(context.Background(), "emp_1", "payroll"); err != nil {
		log.Fatal(err)
	}
}
