// Command cmd runs the payroll.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"strconv"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p17/notify"
	"services/set7/p17/payroll"
)

type fakeBank struct{ n int }

func (b *fakeBank) Transfer(ctx context.Context, iban string, cents int64) (string, error) {
	b.n++
	return "T" + strconv.Itoa(b.n), ctx.Err()
}

func main() {
	var staff []payroll.Employee
	if err := json.NewDecoder(os.Stdin).Decode(&staff); err != nil {
		log.Fatal(err)
	}
	run := payroll.Run{
		Month:  time.Now().Month(),
		Bank:   &fakeBank{},
		Notify: notify.NewSender(customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))),
	}
	if err := run.Pay(context.Background(), staff); err != nil {
		log.Fatal(err)
	}
}
