// Package other calls functions of package ignore. The directives there
// silence nothing here.
//
// Mode: always.
package other

import (
	"github.com/customerio/go-customerio/v3"

	"ignore"
)

func call(c *customerio.CustomerIO, ssn string) {
	ignore.Forward(c, map[string]any{"ssn": ssn}) // want `never-send key "ssn"`
	c.Identify("u1", ignore.Profile(c, ssn))      // want `never-send key "ssn"`
	ignore.Forward(c, map[string]any{"ssn": ssn}) //ciolint:ignore neversend until May, see DPO-12
}
