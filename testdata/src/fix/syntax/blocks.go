package syntax

import (
	// The standard library.
	"fmt"
	str "strings" // renamed

	// Of others.
	"github.com/customerio/go-customerio/v3" // the SDK
)

import _ "embed"

func blocks(c *customerio.CustomerIO, u user) {
	fmt.Println(c.Identify(str.TrimSpace(u.ID), map[string]any{"ssn": fmt.Sprint(u.SSN), "key": str.ToLower("X")})) // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	customerio.NewAPIClient("ffeeddccbbaa99887766554433221100")                                                     // want `hardcoded App API key`
}
