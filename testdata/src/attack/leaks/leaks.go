// Mode: never.

// Package leaks holds programs that hide a leak the way a clever colleague would.
package leaks

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"sort"
	"strings"
	"sync"
	"text/template"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct {
	ID, Name, Plan, SSN string
	Card                card
	Secrets             map[string]string
}

type card struct{ Number, Brand string }

// The key hides in a table of column names.
var columns = []struct {
	key string
	get func(user) any
}{
	{"plan", func(u user) any { return u.Plan }},
	{"tax_id", func(u user) any { return u.ID }},
}

func tableOfGetters(c *customerio.CustomerIO, u user) {
	m := map[string]any{}
	for _, col := range columns {
		m[col.key] = col.get(u) // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify(u.ID, m)
}

// The number is a part of a struct whose fields say nothing by themselves.
func partOfACard(c *customerio.CustomerIO, u user) {
	c.Identify(u.ID, map[string]any{"hint": u.Card.Number}) // want `never-send value Card reaches \(\*customerio.CustomerIO\).Identify under "hint"`
}

func nestedLiteral(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"card": map[string]any{"number": v}}) // want `never-send key "number" reaches \(\*customerio.CustomerIO\).Identify`
}

// A cache keyed by user, filled by one method and sent by another.
type cache struct {
	mu   sync.Mutex
	rows map[string]map[string]any
}

func (k *cache) add(id, ssn string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	row := k.rows[id]
	if row == nil {
		row = map[string]any{}
		k.rows[id] = row
	}
	row["ssn"] = ssn // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func (k *cache) flush(c *customerio.CustomerIO) error {
	for id, row := range k.rows {
		if err := c.Identify(id, row); err != nil {
			return err
		}
	}
	return nil
}

// The map is sent by a worker that reads jobs from a channel of structs.
type job struct {
	id   string
	data map[string]any
}

func startWorker(c *customerio.CustomerIO) chan<- job {
	jobs := make(chan job, 8)
	go func() {
		for j := range jobs {
			c.Identify(j.id, j.data)
		}
	}()
	return jobs
}

func enqueued(c *customerio.CustomerIO, v string) {
	jobs := startWorker(c)
	jobs <- job{"u1", map[string]any{"iban": v}} // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
}

// The value goes through a template.
var line = template.Must(template.New("").Parse("{{.Name}} {{.SSN}}"))

func throughATemplate(c *customerio.CustomerIO, u user) error {
	var b bytes.Buffer
	if err := line.Execute(&b, u); err != nil {
		return err
	}
	return c.Track(u.ID, "note", map[string]any{"text": b.String()}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "text"`
}

// A middleware chain around the client.
type sendFunc func(id string, m map[string]any) error

func logged(next sendFunc) sendFunc {
	return func(id string, m map[string]any) error {
		fmt.Println(id)
		return next(id, m)
	}
}

func throughMiddleware(c *customerio.CustomerIO, v string) error {
	send := logged(c.Identify)
	return send("u1", map[string]any{"password": v}) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

// The key is moved aside and back.
func movedAndMovedBack(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v}
	keep := m["ssn"]
	delete(m, "ssn")
	m["plan"] = "pro"
	m["number"] = keep // want `never-send value ssn reaches \(\*customerio.CustomerIO\).Identify under "number"`
	if v != "" {
		m = map[string]any{"ssn": keep} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify("u1", m)
}

func switchOnType(c *customerio.CustomerIO, x any) {
	switch p := x.(type) {
	case user:
		c.Identify(p.ID, map[string]any{"plan": p.Plan, "note": p.SSN}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	case map[string]any:
		p["ssn"] = "1" // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
		c.Identify("u1", p)
	}
}

func headerOfARequest(c *customerio.CustomerIO, r *http.Request) {
	c.Track("u1", "seen", map[string]any{"via": r.Header.Get("Authorization")}) // want `never-send value Authorization reaches \(\*customerio.CustomerIO\).Track under "via"`
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

func merged(base map[string]any, more ...map[string]any) map[string]any {
	out := maps.Clone(base)
	for _, m := range more {
		maps.Copy(out, m)
	}
	return out
}

func mergedVariadically(c *customerio.CustomerIO, v string) {
	c.Identify("u1", merged(map[string]any{"plan": "pro"}, map[string]any{"city": v}, map[string]any{"cvv": v})) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
}

func decodedTwice(c *customerio.CustomerIO, u user) error {
	raw, err := json.Marshal(u)
	if err != nil {
		return err
	}
	var m map[string]any
	if err := json.Unmarshal(raw, &m); err != nil {
		return err
	}
	m["plan"] = "pro"
	return c.Identify(u.ID, m) // want `never-send key "SSN" reaches \(\*customerio.CustomerIO\).Identify` `never-send key "Number" reaches \(\*customerio.CustomerIO\).Identify` `never-send key "Secrets" reaches \(\*customerio.CustomerIO\).Identify`
}

func pickedByIndex(c *customerio.CustomerIO, v string) {
	ms := []map[string]any{{"plan": "pro"}, {"ssn": v}} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	slices.Reverse(ms)
	c.Identify("u1", ms[0])
}

func singleton(v string) *profile {
	once.Do(func() { shared = &profile{attrs: map[string]any{}} })
	shared.attrs["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	return shared
}

var (
	once   sync.Once
	shared *profile
)

type profile struct{ attrs map[string]any }

func sendsTheSingleton(c *customerio.CustomerIO) error {
	return c.Identify("u1", shared.attrs)
}

func labelled(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
outer:
	for i := range 3 {
		for {
			if i == 2 {
				m["pin"] = v // want `never-send key "pin" reaches \(\*customerio.CustomerIO\).Identify`
				break outer
			}
			continue outer
		}
	}
	c.Identify("u1", m)
}
