package textcarriers

import (
	"bytes"
	"io"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

func readIntoABuffer(c *customerio.CustomerIO, ssn string) {
	b := make([]byte, 11)
	strings.NewReader(ssn).Read(b)
	c.Identify("u1", map[string]any{"note": string(b)}) // want `never-send value ssn reaches`
}

func readInFull(c *customerio.CustomerIO, ssn string) {
	b := make([]byte, 11)
	io.ReadFull(bytes.NewReader([]byte(ssn)), b)
	c.Identify("u1", map[string]any{"note": string(b)}) // want `never-send value ssn reaches`
}

func readHarmless(c *customerio.CustomerIO, plan, ssn string) {
	b := make([]byte, 11)
	strings.NewReader(plan).Read(b)
	other := make([]byte, 11)
	strings.NewReader(ssn).Read(other)
	c.Identify("u1", map[string]any{"note": string(b)})
}
