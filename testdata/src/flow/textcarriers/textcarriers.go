// Mode: never.

// Package textcarriers puts values into texts and bytes: templates, lists, errors, copies. What
// the standard library calls its own is no datum, nor is a keyed digest.
package textcarriers

import (
	"bufio"
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strings"
	"text/template"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Name, SSN string }

// The value goes through a template.
var line = template.Must(template.New("").Parse("{{.Name}} {{.SSN}}"))

func throughATemplate(c *customerio.CustomerIO, u user) error {
	var b bytes.Buffer
	if err := line.Execute(&b, u); err != nil {
		return err
	}
	return c.Track(u.ID, "note", map[string]any{"text": b.String()}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "text"`
}

func sortedAndJoined(c *customerio.CustomerIO, us []user) {
	var all []string
	for _, u := range us {
		all = append(all, u.Name+":"+u.SSN)
	}
	sort.Strings(all)
	c.Track("u1", "batch", map[string]any{"people": strings.Join(all, ",")}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "people"`
}

func errorOfTheProgramsOwn(c *customerio.CustomerIO, u user) {
	err := errors.Join(fmt.Errorf("bad number %s", u.SSN))
	c.Track(u.ID, "failed", map[string]any{"cause": fmt.Sprint(err)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "cause"`
}

var hidden = regexp.MustCompile("^_")

// What the standard library calls its fields is no source.
func standardLibrary(c *customerio.CustomerIO, u user, r io.Reader) {
	s := bufio.NewScanner(r)
	s.Scan()
	c.Identify(u.ID, map[string]any{"x": hidden.ReplaceAllString(u.Name, ""), "line": s.Text(), "re": hidden.String()})
}

func copiedBytes(c *customerio.CustomerIO, u user) {
	b := make([]byte, 9)
	copy(b, u.SSN)
	c.Identify("1", map[string]any{"x": string(b)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "x"`
}

// The reference is a keyed hash.
func reference(c *customerio.CustomerIO, key []byte, u user) error {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(u.SSN))
	return c.Identify(u.ID, map[string]any{"ref": hex.EncodeToString(mac.Sum(nil))})
}
