// Mode: always.

// Package cdp queues messages: their maps are types of their own, to which
// the sanitizer's result is assignable.
package cdp

import (
	analytics "github.com/customerio/cdp-analytics-go"
)

func traits(c analytics.Client, v string) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: analytics.Traits{"ssn": v}})       // want `never-send key "ssn"`
	c.Enqueue(&analytics.Group{UserId: "u1", Traits: analytics.Traits{"plan": v}})        // want `skips the sanitizer`
	c.Enqueue(analytics.Track{UserId: "u1", Properties: analytics.Properties{"plan": v}}) // want `skips the sanitizer`
}

func chain(c analytics.Client, v string) {
	c.Enqueue(analytics.Identify{
		UserId: "u1",
		Traits: analytics.NewTraits().SetEmail(v).SetPhone(v), // want `skips the sanitizer and holds "phone"`
	})
}

func variable(c analytics.Client, v string) {
	t := analytics.NewTraits().SetEmail(v)
	m := analytics.Identify{UserId: "u1", Traits: t} // want `skips the sanitizer`
	c.Enqueue(m)
}

func inSteps(c analytics.Client, v string) {
	msg := analytics.Track{UserId: "u1", Event: "paid"}
	msg.Properties = analytics.NewProperties()
	msg.Properties["routing_number"] = v // want `never-send key "routing_number"`
	c.Enqueue(msg)
}

func enqueue(c analytics.Client, msg analytics.Message) error { return c.Enqueue(msg) }

func throughAWrapper(c analytics.Client, v string) error {
	return enqueue(c, &analytics.Identify{UserId: "u1", Traits: analytics.NewTraits().SetPhone(v)}) // want `skips the sanitizer and holds "phone"`
}
