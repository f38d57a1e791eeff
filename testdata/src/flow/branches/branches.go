// Mode: never.

// Package branches joins several possible maps, keys and values.
package branches

import (
	"cmp"
	"errors"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ Name, Nick, SSN string }

func oneOfTwoMaps(c *customerio.CustomerIO, v string, full bool) {
	var m map[string]any
	if full {
		m = map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	} else {
		m = map[string]any{"plan": v}
	}
	c.Identify("u1", m)
}

func bothMapsHarmless(c *customerio.CustomerIO, v string, full bool) {
	var m map[string]any
	if full {
		m = map[string]any{"city": v}
	} else {
		m = map[string]any{"plan": v}
	}
	c.Identify("u1", m)
}

func addedOnOneBranch(c *customerio.CustomerIO, v string, full bool) {
	m := map[string]any{"plan": "pro"}
	if full {
		m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify("u1", m)
}

func addedOnTheBranchThatReturns(c *customerio.CustomerIO, v string, full bool) map[string]any {
	m := map[string]any{"plan": "pro"}
	if full {
		m["ssn"] = v
		return m
	}
	c.Identify("u1", m)
	return nil
}

func sentOnOneBranchAddedOnTheOther(c *customerio.CustomerIO, v string, full bool) map[string]any {
	m := map[string]any{"plan": "pro"}
	if full {
		m["ssn"] = v
	} else {
		c.Identify("u1", m)
	}
	return m
}

func addedAndSentOnTheSameBranch(c *customerio.CustomerIO, v string, full bool) {
	m := map[string]any{"plan": "pro"}
	if full {
		m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Track`
		c.Track("u1", "completed", m)
		return
	}
	c.Identify("u1", m)
}

func addedBeforeAPanic(c *customerio.CustomerIO, v string, broken bool) {
	m := map[string]any{"plan": "pro"}
	if broken {
		m["ssn"] = v
		panic(errors.New("broken record"))
	}
	c.Identify("u1", m)
}

func addedInOneCaseOfASwitch(c *customerio.CustomerIO, v string, kind int) {
	m := map[string]any{}
	switch kind {
	case 1:
		m["plan"] = v
	case 2:
		m["tax_id"] = v // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
	default:
		m["city"] = v
	}
	c.Identify("u1", m)
}

func caseFallsThrough(c *customerio.CustomerIO, v string, kind int) {
	m := map[string]any{}
	switch kind {
	case 1:
		m["tax_id"] = v // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
		fallthrough
	case 2:
		c.Identify("u1", m)
	}
}

func caseDoesNotFallThrough(c *customerio.CustomerIO, v string, kind int) map[string]any {
	m := map[string]any{}
	switch kind {
	case 1:
		m["tax_id"] = v
	case 2:
		c.Identify("u1", m)
	}
	return m
}

func keyChosenOnABranch(c *customerio.CustomerIO, v string, full bool) {
	k := "plan"
	if full {
		k = "ssn"
	}
	m := map[string]any{}
	m[k] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func harmlessKeyChosenOnABranch(c *customerio.CustomerIO, v string, full bool) {
	k := "plan"
	if full {
		k = "city"
	}
	m := map[string]any{}
	m[k] = v
	c.Identify("u1", m)
}

func valueChosenOnABranch(c *customerio.CustomerIO, u user) {
	label := u.Nick
	if label == "" {
		label = u.Name
	}
	c.Identify("u1", map[string]any{"label": label})
}

func firstNonEmptyIsTheSensitiveOne(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"label": cmp.Or(u.Nick, u.SSN)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "label"`
}

func firstNonEmptyOfHarmlessOnes(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"label": cmp.Or(u.Nick, u.Name)})
}

func emptyOnOneBranchFilledOnTheOther(c *customerio.CustomerIO, v string, full bool) {
	m := map[string]any{"plan": "pro"}
	if full {
		m["cvv"] = v // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
	} else {
		m["cvv"] = ""
	}
	c.Identify("u1", m)
}

func nilMapOnOneBranch(c *customerio.CustomerIO, v string, full bool) {
	var m map[string]any
	if full {
		m = map[string]any{"cvv": v} // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify("u1", m)
}

func jumpsPastTheUpdate(c *customerio.CustomerIO, v string) map[string]any {
	m := map[string]any{"plan": "pro"}
	goto send
add:
	m["ssn"] = v
	return m
send:
	c.Identify("u1", m)
	goto add
}

func jumpsBackToTheSend(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	rounds := 0
send:
	c.Identify("u1", m)
	if rounds == 0 {
		rounds++
		m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
		goto send
	}
}

func comparisonOnlyCarriesNothing(c *customerio.CustomerIO, u user) {
	tier := "basic"
	if u.SSN != "" {
		tier = "verified"
	}
	c.Identify("u1", map[string]any{"tier": tier})
}
