// Command optin consumes text-message opt-ins from a queue.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"strings"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type optIn struct {
	PhoneNumber string `json:"phone_number"`
	Keyword     string `json:"keyword"`
	Carrier     string `json:"carrier"`
	ReceivedAt  int64  `json:"received_at"`
}

func normalize(number string) string {
	r := strings.NewReplacer(" ", "", "-", "", "(", "", ")", "")
	n := r.Replace(number)
	if !strings.HasPrefix(n, "+") {
		n = "+1" + n
	}
	return n
}

type consumer struct {
	people *customerio.CustomerIO
	log    *log.Logger
}

func (c *consumer) handle(line []byte) error {
	var m optIn
	if err := json.Unmarshal(line, &m); err != nil {
		return err
	}
	person := normalize(m.PhoneNumber)
	return c.people.Identify(person, sanitize.Attributes(map[string]any{
		"sms_keyword":   m.Keyword,
		"carrier":       m.Carrier,
		"sms_opt_in_at": m.ReceivedAt,
	}))
}

func main() {
	c := &consumer{
		people: customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")),
		log:    log.New(os.Stderr, "optin ", log.LstdFlags),
	}
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		if err := c.handle(sc.Bytes()); err != nil {
			c.log.Print(err)
		}
	}
	if err := sc.Err(); err != nil {
		c.log.Fatal(err)
	}
}
