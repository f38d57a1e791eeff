package customerio_test

import (
	"fmt"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
)

func ExampleIsHost() {
	fmt.Println(customerio.IsHost("https://cdp-eu.customer.io/v1"))
	fmt.Println(customerio.IsHost("https://api.segment.io"))
	// Output:
	// true
	// false
}
