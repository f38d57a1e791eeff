package relevance_test

import (
	"fmt"

	"github.com/ciolint/ciolint/internal/relevance"
)

func ExampleIsSDK() {
	fmt.Println(relevance.IsSDK("github.com/customerio/go-customerio/v3"))
	fmt.Println(relevance.IsSDK("example.com/shop/vendor/github.com/customerio/cdp-analytics-go"))
	fmt.Println(relevance.IsSDK("example.com/customerio/go-customerio"))
	// Output:
	// true
	// true
	// false
}
