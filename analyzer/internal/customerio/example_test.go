package customerio_test

import (
	"fmt"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
)

func ExampleIsSDK() {
	fmt.Println(customerio.IsSDK("github.com/customerio/go-customerio/v3"))
	fmt.Println(customerio.IsSDK("example.com/shop/vendor/github.com/customerio/cdp-analytics-go"))
	fmt.Println(customerio.IsSDK("example.com/customerio/go-customerio"))
	// Output:
	// true
	// true
	// false
}

func ExampleIsHost() {
	fmt.Println(customerio.IsHost("https://cdp-eu.customer.io/v1"))
	fmt.Println(customerio.IsHost("https://api.segment.io"))
	// Output:
	// true
	// false
}
