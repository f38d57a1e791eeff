package imports

import (
	"fmt"

	cio "github.com/customerio/go-customerio/v3"

	// the stub
	"github.com/mrz1836/go-customerio"
)

func groups(c *cio.CustomerIO, v string) {
	fmt.Println(customerio.Client{})
	c.Identify("u1", map[string]any{"city": v}) // want `skips`
	c.Identify("u2", map[string]any{"city": v}) // want `skips`
}
