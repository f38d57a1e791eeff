// Mode: never.

// Package globals keeps payloads and values in package variables.
package globals

import (
	"os"
	"sync"

	customerio "github.com/customerio/go-customerio/v3"
)

var dirty = map[string]any{
	"plan": "pro",
	"ssn":  os.Getenv("OWNER_NUMBER"), // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func globalMap(c *customerio.CustomerIO) {
	c.Identify("u1", dirty)
}

var clean = map[string]any{
	"plan": "pro",
	"city": os.Getenv("OWNER_CITY"),
}

func harmlessGlobalMap(c *customerio.CustomerIO) {
	c.Identify("u1", clean)
}

var unsent = map[string]any{"ssn": os.Getenv("OWNER_NUMBER")}

func globalMapThatIsNotSent(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"settings": len(unsent)})
}

var filledByInit = map[string]any{"plan": "pro"}

func init() {
	filledByInit["password"] = os.Getenv("OWNER_WORD") // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

func globalFilledByInit(c *customerio.CustomerIO) {
	c.Identify("u1", filledByInit)
}

var harmlessFilledByInit map[string]any

func init() {
	harmlessFilledByInit = map[string]any{}
	harmlessFilledByInit["city"] = os.Getenv("OWNER_CITY")
}

func harmlessGlobalFilledByInit(c *customerio.CustomerIO) {
	c.Identify("u1", harmlessFilledByInit)
}

var setElsewhere map[string]any

func configure(v string) {
	setElsewhere = map[string]any{"tax_id": v} // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
}

func globalSetElsewhere(c *customerio.CustomerIO) {
	c.Identify("u1", setElsewhere)
}

var changedElsewhere = map[string]any{}

func change(v string) {
	changedElsewhere["cvv"] = v // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
}

func globalChangedElsewhere(c *customerio.CustomerIO) {
	c.Identify("u1", changedElsewhere)
}

var harmlessElsewhere = map[string]any{}

func changeHarmlessly(v string) {
	harmlessElsewhere["city"] = v
}

func harmlessGlobalChangedElsewhere(c *customerio.CustomerIO) {
	c.Identify("u1", harmlessElsewhere)
}

var ssn = os.Getenv("OWNER_NUMBER")

func globalNamedLikeASource(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": ssn}) // want `never-send value ssn reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

var city = os.Getenv("OWNER_CITY")

func globalNamedHarmlessly(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": city})
}

var passwordRequired = os.Getenv("PASSWORD_REQUIRED") == "yes"

func globalFlagIsNoPassword(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"note": passwordRequired})
}

type settings struct{ attrs, secrets map[string]any }

var config = settings{
	attrs:   map[string]any{"plan": "pro"},
	secrets: map[string]any{"api_key": os.Getenv("OWNER_KEY")},
}

func harmlessFieldOfAGlobal(c *customerio.CustomerIO) {
	c.Identify("u1", config.attrs)
}

var leakyConfig = settings{
	attrs: map[string]any{"api_key": os.Getenv("OWNER_KEY")}, // want `never-send key "api_key" reaches \(\*customerio.CustomerIO\).Identify`
}

func fieldOfAGlobal(c *customerio.CustomerIO) {
	c.Identify("u1", leakyConfig.attrs)
}

var (
	once sync.Once
	lazy map[string]any
)

func lazily(v string) map[string]any {
	once.Do(func() {
		lazy = map[string]any{"iban": v} // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	})
	return lazy
}

func globalMadeLazily(c *customerio.CustomerIO, v string) {
	c.Identify("u1", lazily(v))
}

var (
	calmOnce sync.Once
	calm     map[string]any
)

func calmly(v string) map[string]any {
	calmOnce.Do(func() {
		calm = map[string]any{"plan": v}
	})
	return calm
}

func harmlessGlobalMadeLazily(c *customerio.CustomerIO, v string) {
	c.Identify("u1", calmly(v))
}

var client = customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_KEY"))

func globalClient(v string) {
	client.Identify("u1", map[string]any{"jwt": v}) // want `never-send key "jwt" reaches \(\*customerio.CustomerIO\).Identify`
}

func globalClientWithHarmlessKeys(v string) {
	client.Identify("u1", map[string]any{"plan": v})
}

var registry = map[string]map[string]any{
	"owner": {"mrn": os.Getenv("OWNER_RECORD")}, // want `never-send key "mrn" reaches \(\*customerio.CustomerIO\).Identify`
}

func mapOutOfAGlobalMap(c *customerio.CustomerIO, who string) {
	c.Identify("u1", registry[who])
}

var derived = map[string]any{"parent": base}

var base = map[string]any{"routing_number": os.Getenv("OWNER_BANK")} // want `never-send key "routing_number" reaches \(\*customerio.CustomerIO\).Identify`

func globalInAGlobal(c *customerio.CustomerIO) {
	c.Identify("u1", derived)
}
