package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"services/set4/p38/checkout"
	"services/set4/p38/payments"

	customerio "github.com/customerio/go-customerio/v3"
)

type sandbox struct{}

func (sandbox) Authorize(_ context.Context, _ string, cents int) error {
	if cents > 10_000 {
		return errors.New("declined")
	}
	return nil
}

func main() {
	c := checkout.Checkout{
		Gateway: payments.NewGateway(sandbox{}),
		Events:  customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
	}
	fmt.Println(c.Pay(context.Background(), checkout.Cart{ID: "c1", Customer: "u1", Cents: 990}))
}
