// Mode: never.

// Package literals sends maps written as composite literals.
package literals

import customerio "github.com/customerio/go-customerio/v3"

type user struct{ Name, SSN, Plan string }

func keyInLiteral(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"plan": "pro", "ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessLiteral(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"plan": "pro", "city": v})
}

func eachKeyIsItsOwnFinding(c *customerio.CustomerIO, a, b, p string) {
	c.Identify("u1", map[string]any{
		"ssn":      a, // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
		"plan":     p,
		"password": b, // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
	})
}

func neighboursOfTheKeyAreHarmless(c *customerio.CustomerIO, a string, n int) {
	c.Identify("u1", map[string]any{
		"ssn_on_file":         true,
		"plan":                a,
		"password_changed_at": n,
	})
}

func keyIsReportedOnceForItsOwnValue(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"ssn": u.SSN}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func valueUnderInnocentKey(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": u.SSN}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func otherFieldsOfTheSameStruct(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": u.Name, "plan": u.Plan})
}

func constantUnderTheKeyStillCounts(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"passport_number": "X1234567"}) // want `never-send key "passport_number" reaches \(\*customerio.CustomerIO\).Identify`
}

func emptyStringUnderTheKeyCarriesNothing(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"passport_number": "", "plan": "pro"})
}

func nilUnderTheKeyCarriesNothing(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"passport_number": nil, "plan": "pro"})
}

const blank = ""

func emptyConstantUnderTheKeyCarriesNothing(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"passport_number": blank})
}

func literalInAVariable(c *customerio.CustomerIO, v string) {
	attrs := map[string]any{"plan": "pro", "tax_id": v} // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", attrs)
}

func literalThatIsNotSent(c *customerio.CustomerIO, v string) map[string]any {
	private := map[string]any{"plan": "pro", "tax_id": v}
	c.Identify("u1", map[string]any{"plan": private["plan"]})
	return private
}

func literalSentAsEventData(c *customerio.CustomerIO, v string) {
	c.Track("u1", "signed_up", map[string]any{"plan": "pro", "cvv": v}) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Track`
}

func eventNameIsNotAKey(c *customerio.CustomerIO, v string) {
	c.Track("u1", "password", map[string]any{"plan": v})
}

func sentThroughAnInterfaceType(c *customerio.CustomerIO, v string) {
	var payload interface{} = map[string]any{"iban": v} // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", payload.(map[string]interface{}))
}

func varDeclaration(c *customerio.CustomerIO, v string) {
	var attrs = map[string]interface{}{
		"plan":          "pro",
		"access_token":  v, // want `never-send key "access_token" reaches \(\*customerio.CustomerIO\).Identify`
		"prompt_tokens": 12,
	}
	c.Identify("u1", attrs)
}

func literalWithEmailAndName(c *customerio.CustomerIO, u user, email string) {
	attrs := map[string]any{"email": email, "first_name": u.Name, "created_at": 1735689600}
	c.Identify("u1", attrs)
}
