// Command hr does the work of the month.
package main

import (
	"context"
	"errors"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p20/cio"
	"services/set3/p20/file"
	"services/set3/p20/hr"
)

func main() {
	ctx := context.Background()
	payroll := hr.Payroll{Out: file.Writer{Dir: os.Getenv("PAYROLL_DIR")}}
	bulletin := hr.Bulletin{Out: cio.Writer{
		Client: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
	}}
	err := errors.Join(
		payroll.Prepare(ctx, hr.Salary{Employee: os.Args[1], BankAccount: os.Args[2], Cents: 410_000}),
		bulletin.Subscribe(ctx, os.Args[1], true, "canteen", "parking"),
	)
	if err != nil {
		log.Fatal(err)
	}
}
