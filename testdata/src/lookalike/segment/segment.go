// Mode: always.

// Package segment queues messages with the SDK that cdp-analytics-go descends from: they go to Segment.
package segment

import (
	analytics "github.com/segmentio/analytics-go/v3"
	old "gopkg.in/segmentio/analytics-go.v3"
)

func identify(c analytics.Client, v string) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: analytics.NewTraits().SetPhone(v).Set("ssn", v)})
}

func identifyWithTheOldPath(c old.Client, v string) {
	c.Enqueue(old.Identify{UserId: "u1", Traits: old.NewTraits().SetPhone(v).Set("ssn", v)})
}

func writeKey() (analytics.Client, old.Client) {
	return analytics.New("a0b1c2d3e4f5a6b7c8d9"), old.New("a0b1c2d3e4f5a6b7c8d9")
}

func otherEndpoint(v string) error {
	c, err := analytics.NewWithConfig("a0b1c2d3e4f5a6b7c8d9", analytics.Config{Endpoint: "https://events.example.com"})
	if err != nil {
		return err
	}
	return c.Enqueue(analytics.Track{UserId: "u1", Event: "paid", Properties: analytics.NewProperties().Set("card_number", v)})
}
