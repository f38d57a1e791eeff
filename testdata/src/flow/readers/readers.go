// Mode: always.

// Package readers decodes what comes out of files and readers: nobody knows what
// that is, whatever the fields of the reader say.
package readers

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strings"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

func standardInput(c *customerio.CustomerIO) {
	var m map[string]any
	json.NewDecoder(os.Stdin).Decode(&m)
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

func openedFile(c *customerio.CustomerIO) {
	f, _ := os.Open("x")
	var m map[string]any
	json.NewDecoder(f).Decode(&m)
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

func anyReader(c *customerio.CustomerIO, r io.Reader) {
	var m map[string]any
	json.NewDecoder(r).Decode(&m)
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

func requestBody(c *customerio.CustomerIO, r *http.Request) {
	var m map[string]any
	json.NewDecoder(r.Body).Decode(&m)
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

func file(c *customerio.CustomerIO, f *os.File) {
	var m map[string]any
	json.NewDecoder(f).Decode(&m)
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

type source struct{ r io.Reader }

func (s *source) Read(p []byte) (int, error) { return s.r.Read(p) }

func ownReader(c *customerio.CustomerIO, r io.Reader) {
	var m map[string]any
	json.NewDecoder(&source{r}).Decode(&m)
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

func readWhole(c *customerio.CustomerIO) {
	f, _ := os.Open("x")
	b, _ := io.ReadAll(f)
	c.Identify("u1", map[string]any{"note": string(b)}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

func sanitizedFile(c *customerio.CustomerIO) {
	f, _ := os.Open("x")
	var m map[string]any
	json.NewDecoder(f).Decode(&m)
	c.Identify("u1", sanitize.Attributes(m))
}

func emptyText(c *customerio.CustomerIO) {
	var m map[string]any
	json.NewDecoder(strings.NewReader("")).Decode(&m)
	c.Identify("u1", m)
}

// A reader is no payload by itself: what was read from it is.
func countsOnly(c *customerio.CustomerIO) {
	f, _ := os.Open("x")
	n, _ := io.Copy(io.Discard, f)
	c.Identify("u1", sanitize.Attributes(map[string]any{"bytes": n}))
}

type row struct {
	Plan string `json:"plan"`
	Tax  string `json:"ssn,omitempty"`
}

type order struct {
	Plan string `json:"plan"`
}

// decode fills the map that it is given: Unmarshal keeps a map that is there.
func decode(m map[string]any, r any) {
	b, _ := json.Marshal(r)
	json.Unmarshal(b, &m)
}

func decodedByAHelper(c *customerio.CustomerIO, r row) {
	m := map[string]any{}
	decodeRow(m, r)
	c.Identify("u1", m) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func decodeRow(m map[string]any, r row) {
	b, _ := json.Marshal(r)
	json.Unmarshal(b, &m)
}

func decodedElsewhere(c *customerio.CustomerIO, r row) map[string]any {
	m, other := map[string]any{}, map[string]any{}
	decodeRow(other, r)
	c.Identify("u1", m)
	return other
}

func decodedAndSanitized(c *customerio.CustomerIO, o order) {
	m := map[string]any{}
	decode(m, o)
	c.Identify("u1", sanitize.Attributes(m))
}
