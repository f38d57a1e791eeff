package syntax

import (
	. "strings"

	cio "github.com/customerio/go-customerio/v3"
)

// any and string are other things here.
func universe(c *cio.CustomerIO, any, string int, u user) {
	c.Identify(TrimSpace(u.ID), map[keyword]interface{}{"ssn": u.SSN, "n": any + string}) // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
}

type keyword = string
