// Mode: never.

// Package harmless holds programs that look like leaks and are none.
package harmless

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type user struct {
	ID, Name, Plan, SSN string
	Card                card
	Email               string
	Verified            bool
	PasswordChangedAt   time.Time
}

type card struct{ Number, Brand string }

var errNoSSN = errors.New("ssn is missing")

// The number is looked at, and not sent.
func validated(c *customerio.CustomerIO, u user) error {
	if len(u.SSN) != 11 || strings.Contains(u.SSN, "000") {
		return errNoSSN
	}
	return c.Identify(u.ID, map[string]any{"plan": u.Plan, "ssn_present": u.SSN != "", "digits": len(u.SSN)})
}

// The whole record is logged elsewhere; a picked one is sent.
func loggedAndPicked(c *customerio.CustomerIO, u user) error {
	full := map[string]any{"plan": u.Plan, "ssn": u.SSN}
	slog.Info("user", "attrs", full)
	picked := map[string]any{}
	for _, k := range []string{"plan", "city"} {
		if v, ok := full[k]; ok {
			picked[k] = v
		}
	}
	return c.Identify(u.ID, picked)
}

// Two maps, one for each destination.
func twoDestinations(c *customerio.CustomerIO, vault func(map[string]any), u user) error {
	public := map[string]any{"plan": u.Plan}
	private := maps.Clone(public)
	private["ssn"] = u.SSN
	vault(private)
	return c.Identify(u.ID, public)
}

// The struct has the field, and the method leaves it out.
func (u user) traits() map[string]any {
	return map[string]any{"name": u.Name, "plan": u.Plan, "brand": u.Card.Brand, "changed": u.PasswordChangedAt}
}

func throughTheMethod(c *customerio.CustomerIO, u user) error { return c.Identify(u.ID, u.traits()) }

// A shadow type for JSON has only what may be sent.
type publicUser struct {
	Name string `json:"name"`
	Plan string `json:"plan"`
	SSN  string `json:"-"`
}

func shadowed(c *customerio.CustomerIO, u user) error {
	raw, err := json.Marshal(publicUser{u.Name, u.Plan, u.SSN})
	if err != nil {
		return err
	}
	var m map[string]any
	if err := json.Unmarshal(raw, &m); err != nil {
		return err
	}
	return c.Identify(u.ID, m)
}

// The reference is a keyed hash.
func reference(c *customerio.CustomerIO, key []byte, u user) error {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(u.SSN))
	return c.Identify(u.ID, map[string]any{"ref": hex.EncodeToString(mac.Sum(nil))})
}

// Looked up by the number: the answer is not the number.
type store interface {
	Find(ssn string) (*user, error)
}

func lookedUp(c *customerio.CustomerIO, s store, in user) error {
	u, err := s.Find(in.SSN)
	if err != nil {
		return err
	}
	return c.Identify(u.ID, map[string]any{"plan": u.Plan, "name": cmp.Or(u.Name, "friend")})
}

// The key is blanked before the map is sent.
func blanked(c *customerio.CustomerIO, m map[string]any) error {
	m["ssn"] = ""
	m["password"] = nil
	return c.Identify("u1", m)
}

// Another map of the same slice is sent.
func otherElement(c *customerio.CustomerIO, v string) error {
	ms := [2]map[string]any{{"plan": "pro"}, {"ssn": v}}
	return c.Identify("u1", ms[0])
}

// The map is replaced by a clean one on the way.
func replaced(c *customerio.CustomerIO, v string) error {
	m := map[string]any{"ssn": v}
	if v == "" {
		return fmt.Errorf("no number")
	}
	m = map[string]any{"plan": m["plan"]}
	return c.Identify("u1", m)
}

// A deny-list of the program's own.
var denied = map[string]bool{"ssn": true, "password": true}

func filtered(m map[string]any) map[string]any {
	out := make(map[string]any, len(m))
	for k, v := range m {
		if denied[strings.ToLower(k)] {
			continue
		}
		out[k] = v
	}
	return out
}

func throughADenyList(c *customerio.CustomerIO, u user) error {
	return c.Identify(u.ID, filtered(map[string]any{"plan": u.Plan, "ssn": u.SSN, "password": "x"}))
}

// The sanitizer strips it, whatever way the map takes there.
func sanitizedInAHelper(c *customerio.CustomerIO, u user) error {
	return send(c, u.ID, map[string]any{"ssn": u.SSN, "phone": "1"})
}

func send(c *customerio.CustomerIO, id string, m map[string]any) error {
	return c.Identify(id, sanitize.Attributes(m))
}

// Words that only look alike.
func alike(c *customerio.CustomerIO, r *http.Request, u user) error {
	token, pin := "abc", 4
	_ = token
	return c.Track(u.ID, "opened", map[string]any{
		"passenger": u.Name, "compass": "north", "secretary": u.Name, "pinned": true, "pins": pin, "tokens_left": 3,
		"keyboard": r.FormValue("keyboard"), "cardinality": 7, "author": r.Header.Get("X-Author"),
	})
}

// A mock that records what it is given is no sink.
type recorder struct{ sent []map[string]any }

func (r *recorder) Identify(id string, m map[string]any) error {
	r.sent = append(r.sent, m)
	return nil
}

func recorded(r *recorder, u user) error {
	return r.Identify(u.ID, map[string]any{"ssn": u.SSN})
}

// The sorted keys are sent, not what stands under them.
func onlyKeys(c *customerio.CustomerIO, m map[string]any) error {
	return c.Track("u1", "filled", map[string]any{"fields": strings.Join(slices.Sorted(maps.Keys(m)), ",")})
}

// One builder for two purposes: the sent one never got the number.
type builder struct{ m map[string]any }

func newBuilder() *builder { return &builder{m: map[string]any{}} }

func (b *builder) with(k string, v any) *builder {
	b.m[k] = v
	return b
}

func twoBuilders(c *customerio.CustomerIO, u user) (*builder, error) {
	private := newBuilder().with("ssn", u.SSN)
	public := newBuilder().with("plan", u.Plan).with("ok", private.m["ssn"] != nil)
	return private, c.Identify(u.ID, public.m)
}
