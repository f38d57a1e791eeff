// Package ignore has directives that silence findings, and some that do not.
//
// Mode: always.
package ignore

import (
	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

type user struct{ ID, SSN, Phone string }

func sameLine(c *customerio.CustomerIO, u user) {
	c.Identify(u.ID, map[string]any{"ssn": u.SSN}) //ciolint:ignore neversend until May, see DPO-12
	c.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
}

func lineAbove(c *customerio.CustomerIO, u user) {
	//ciolint:ignore neversend until May, see DPO-12
	c.Identify(u.ID, map[string]any{"ssn": u.SSN})

	// A directive may stand with other comments,
	//ciolint:ignore neversend until May, see DPO-12
	// before or after it.
	c.Identify(u.ID, map[string]any{"ssn": u.SSN})

	/* want `suppresses no finding of the rule neversend` */ //ciolint:ignore neversend a blank line ends it

	c.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
}

// A directive behind code speaks of its own line, not of the next.
func notBelow(c *customerio.CustomerIO, u user) {
	id := u.ID                                   //ciolint:ignore neversend the wrong line // want `suppresses no finding of the rule neversend`
	c.Identify(id, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
	if id != "" {
		c.Identify(id, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
	} //ciolint:ignore neversend the wrong line // want `suppresses no finding of the rule neversend`
}

// A directive above a statement, or at the end of its first line, speaks of
// all of it; one above an entry of a literal of that entry.
func statements(c *customerio.CustomerIO, u user) {
	//ciolint:ignore neversend until May, see DPO-12
	c.Identify(
		u.ID,
		map[string]any{
			"plan": "pro",
			"ssn":  u.SSN,
		},
	)
	c.Identify(u.ID, map[string]any{ //ciolint:ignore neversend until May, see DPO-12
		"ssn": u.SSN,
	})
	//ciolint:ignore neversend until May, see DPO-12
	err := c.Identify(u.ID, map[string]any{
		"ssn": u.SSN,
	})
	c.Identify(u.ID, map[string]any{
		//ciolint:ignore neversend until May, see DPO-12
		"ssn": u.SSN,
		"cvv": "123", // want `never-send key "cvv"`
	})
	c.Identify(u.ID, map[string]any{
		//ciolint:ignore neversend until May, see DPO-12
		"card": map[string]any{
			"number": u.SSN,
		},
		"cvv": "123", // want `never-send key "cvv"`
	})
	//ciolint:ignore neversend until May, see DPO-12
	if err = c.Identify(u.ID, map[string]any{
		"ssn": u.SSN,
	}); err != nil {
		return
	}
}

// Blocks and function literals are on their own.
func blocks(c *customerio.CustomerIO, u user) {
	/* want `suppresses no finding` */ //ciolint:ignore neversend a block is no statement of one line
	if u.ID != "" {
		c.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
	}
	/* want `suppresses no finding` */ //ciolint:ignore neversend nor is what a function literal does
	f := func() {
		c.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
	}
	f()
}

// A directive silences the rules that it names.
func rules(c *customerio.CustomerIO, u user) {
	c.Identify(u.SSN, map[string]any{"ssn": u.SSN})                  //ciolint:ignore neversend only one // want `never-send value SSN is used as customer ID`
	c.Identify(u.SSN, map[string]any{"ssn": u.SSN})                  //ciolint:ignore neversend,identifier until May, see DPO-12
	c.Identify(u.SSN, map[string]any{"ssn": u.SSN})                  //ciolint:ignore neversend, identifier until May, see DPO-12
	c.Identify(u.ID, map[string]any{"city": u.ID})                   //ciolint:ignore unsanitized nothing in it
	c.Identify(u.ID, map[string]any{"ssn": u.SSN})                   //ciolint:ignore unsanitized the wrong rule // want `never-send key "ssn"` `suppresses no finding of the rule unsanitized`
	c.Identify(u.ID, map[string]any{"ssn": u.SSN})                   //ciolint:ignore neversend,webhook one of two // want `suppresses no finding of the rule webhook`
	c.Identify(u.ID, map[string]any{"ssn": u.SSN})                   //ciolint:ignore never-send another spelling // want `never-send key "ssn"` `unknown rule "never-send"; the rules are neversend, unsanitized, .*webhook`
	c.Identify(u.ID, map[string]any{"ssn": u.SSN})                   //ciolint:ignore all no such thing // want `never-send key "ssn"` `unknown rule "all"`
	c.Identify(u.ID, map[string]any{"ssn": u.SSN})                   //ciolint:ignore neversend,wrong half right // want `unknown rule "wrong"`
	c.Identify(u.ID, sanitize.Attributes(nil))                       //ciolint:ignore ignore turtles // want `findings of the rule ignore cannot be suppressed`
	c.Identify(u.ID, map[string]any{"ssn": u.SSN})                   //ciolint:ignore neversend // until May, see DPO-12
	client := customerio.NewTrackClient("8a3f0c5d9e7b1a2c4f60", key) //ciolint:ignore credential a key of the sandbox
	client.Delete(u.ID)                                              //ciolint:ignore erasure a test account
}

var key string

// Without a reason a directive has no effect.
func reasons(c *customerio.CustomerIO, u user) {
	/* want `lacks a reason and has no effect; write //ciolint:ignore neversend REASON` */ //ciolint:ignore neversend
	c.Identify(u.ID, map[string]any{"ssn": u.SSN})                                         // want `never-send key "ssn"`
	/* want `lacks a reason` */                    //ciolint:ignore neversend --
	c.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
	/* want `lacks a rule and a reason and has no effect; write //ciolint:ignore RULE` */ //ciolint:ignore
	c.Identify(u.ID, map[string]any{"ssn": u.SSN})                                        // want `never-send key "ssn"`
}

// Near misses are told.
func nearMisses(c *customerio.CustomerIO, u user) {
	// ciolint:ignore neversend a space // want `"// ciolint:ignore" is no directive and has no effect; write //ciolint:ignore RULE REASON`
	c.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
	//ciolint: ignore neversend a space // want `"//ciolint: ignore" is no directive`
	c.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
	//ciolint:ignored neversend another word // want `"//ciolint:ignored" is no directive`
	c.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
	//ciolint:disable neversend another word // want `"//ciolint:disable" is no directive`
	c.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
	//Ciolint:Ignore neversend upper case // want `"//Ciolint:Ignore" is no directive`
	c.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
	/*ciolint:ignore neversend a block comment*/   // want `"/.ciolint:ignore" is no directive`
	c.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
	//ciolint:off neversend another word // want `unknown directive "//ciolint:off"; there are`
	c.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
	// ciolint:sanitizer // want `"// ciolint:sanitizer" is no directive and has no effect; write //ciolint:sanitizer`

	// Comments about ciolint are none: ciolint:ignore is a directive, and
	// ciolint is a linter.
	//nolint:ciolint // this is golangci-lint's
	c.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
}

// A finding is where the payload is made: a directive in the function that
// passes it on silences nothing, and does not change what it does.
func send(c *customerio.CustomerIO, m map[string]any) {
	c.Identify("u1", m) //ciolint:ignore neversend,unsanitized the callers know // want `no finding of the rule neversend` `no finding of the rule unsanitized`
}

func callers(c *customerio.CustomerIO, u user) {
	send(c, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn"`
	send(c, map[string]any{"ssn": u.SSN}) //ciolint:ignore neversend until May, see DPO-12
}

// Forward is the same for other packages: see package other.
func Forward(c *customerio.CustomerIO, m map[string]any) {
	c.Identify("u1", m) //ciolint:ignore neversend the callers know // want `no finding of the rule neversend`
}

// Profile makes a payload. That somebody may send it from here does not mean
// that others may.
func Profile(c *customerio.CustomerIO, ssn string) map[string]any {
	m := map[string]any{"ssn": ssn} //ciolint:ignore neversend until May, see DPO-12
	c.Identify("u1", m)
	return m
}
