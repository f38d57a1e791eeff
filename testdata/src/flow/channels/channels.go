// Mode: never.

// Package channels hands maps and values over channels.
package channels

import customerio "github.com/customerio/go-customerio/v3"

type user struct{ Name, SSN string }

func mapOverAChannel(c *customerio.CustomerIO, v string) {
	ch := make(chan map[string]any, 1)
	ch <- map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", <-ch)
}

func harmlessMapOverAChannel(c *customerio.CustomerIO, v string) {
	ch := make(chan map[string]any, 1)
	ch <- map[string]any{"plan": v}
	c.Identify("u1", <-ch)
}

func twoChannelsDoNotMix(c *customerio.CustomerIO, v string) map[string]any {
	public, private := make(chan map[string]any, 1), make(chan map[string]any, 1)
	private <- map[string]any{"ssn": v}
	public <- map[string]any{"plan": v}
	c.Identify("u1", <-public)
	return <-private
}

func sentByAGoroutine(c *customerio.CustomerIO, v string) {
	ch := make(chan map[string]any)
	go func() {
		ch <- map[string]any{"iban": v} // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	}()
	c.Identify("u1", <-ch)
}

func harmlessSentByAGoroutine(c *customerio.CustomerIO, v string) {
	ch := make(chan map[string]any)
	go func() {
		ch <- map[string]any{"city": v}
	}()
	c.Identify("u1", <-ch)
}

func receivedByAGoroutine(c *customerio.CustomerIO, v string) {
	ch := make(chan map[string]any)
	go func() {
		for m := range ch {
			c.Identify("u1", m)
		}
	}()
	ch <- map[string]any{"plan": v}
	ch <- map[string]any{"password": v} // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
	close(ch)
}

func harmlessReceivedByAGoroutine(c *customerio.CustomerIO, v string) {
	ch := make(chan map[string]any)
	go func() {
		for m := range ch {
			c.Identify("u1", m)
		}
	}()
	ch <- map[string]any{"plan": v}
	close(ch)
}

func receivedInASelect(c *customerio.CustomerIO, v string, done chan struct{}) {
	ch := make(chan map[string]any, 1)
	ch <- map[string]any{"tax_id": v} // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
	select {
	case m := <-ch:
		c.Identify("u1", m)
	case <-done:
	}
}

func harmlessReceivedInASelect(c *customerio.CustomerIO, v string, done chan struct{}) {
	ch := make(chan map[string]any, 1)
	ch <- map[string]any{"city": v}
	select {
	case m := <-ch:
		c.Identify("u1", m)
	case <-done:
	}
}

func otherCaseOfTheSelectHoldsTheKey(c *customerio.CustomerIO, v string) map[string]any {
	a, b := make(chan map[string]any, 1), make(chan map[string]any, 1)
	a <- map[string]any{"plan": v}
	b <- map[string]any{"ssn": v}
	select {
	case m := <-a:
		c.Identify("u1", m)
	case m := <-b:
		return m
	}
	return nil
}

func sentInASelect(c *customerio.CustomerIO, v string) {
	ch := make(chan map[string]any, 1)
	select {
	case ch <- map[string]any{"cvv": v}: // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
	default:
	}
	c.Identify("u1", <-ch)
}

func commaOKReceive(c *customerio.CustomerIO, v string) {
	ch := make(chan map[string]any, 1)
	ch <- map[string]any{"api_key": v} // want `never-send key "api_key" reaches \(\*customerio.CustomerIO\).Identify`
	if m, ok := <-ch; ok {
		c.Identify("u1", m)
	}
}

type event struct {
	name  string
	data  map[string]any
	trace map[string]any
}

func structOverAChannel(c *customerio.CustomerIO, v string) {
	ch := make(chan event, 1)
	ch <- event{name: "paid", data: map[string]any{"card_number": v}} // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).Track`
	e := <-ch
	c.Track("u1", e.name, e.data)
}

func cleanFieldOfAStructOverAChannel(c *customerio.CustomerIO, v string) {
	ch := make(chan event, 1)
	ch <- event{name: "paid", data: map[string]any{"total": v}, trace: map[string]any{"card_number": v}}
	e := <-ch
	c.Track("u1", e.name, e.data)
}

func pointerOverAChannel(c *customerio.CustomerIO, v string) {
	ch := make(chan *event, 1)
	e := &event{name: "paid"}
	ch <- e
	e.data = map[string]any{"cvv": v} // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Track`
	got := <-ch
	c.Track("u1", got.name, got.data)
}

func valueOverAChannel(c *customerio.CustomerIO, u user) {
	ch := make(chan any, 1)
	ch <- map[string]any{"note": u.SSN} // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	c.Identify("u1", (<-ch).(map[string]any))
}

func harmlessValueOverAChannel(c *customerio.CustomerIO, u user) {
	ch := make(chan any, 1)
	ch <- map[string]any{"note": u.Name}
	c.Identify("u1", (<-ch).(map[string]any))
}

func produce(out chan<- map[string]any, v string) {
	out <- map[string]any{"routing_number": v} // want `never-send key "routing_number" reaches \(\*customerio.CustomerIO\).Identify`
}

func consume(c *customerio.CustomerIO, in <-chan map[string]any) {
	for m := range in {
		c.Identify("u1", m)
	}
}

func pipelineOfTwoFunctions(c *customerio.CustomerIO, v string) {
	ch := make(chan map[string]any, 1)
	go produce(ch, v)
	consume(c, ch)
}

// queue and poller share a channel through a field.
type queue struct{ jobs chan map[string]any }

func (q *queue) add(v string) {
	q.jobs <- map[string]any{"mrn": v} // want `never-send key "mrn" reaches \(\*customerio.CustomerIO\).Identify`
}

func (q *queue) run(c *customerio.CustomerIO) {
	for m := range q.jobs {
		c.Identify("u1", m)
	}
}

// calmQueue is its harmless twin.
type calmQueue struct{ jobs chan map[string]any }

func (q *calmQueue) add(v string) {
	q.jobs <- map[string]any{"plan": v}
}

func (q *calmQueue) run(c *customerio.CustomerIO) {
	for m := range q.jobs {
		c.Identify("u1", m)
	}
}

func channelOfChannels(c *customerio.CustomerIO, v string) {
	inner := make(chan map[string]any, 1)
	outer := make(chan chan map[string]any, 1)
	outer <- inner
	inner <- map[string]any{"jwt": v} // want `never-send key "jwt" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", <-<-outer)
}

func changedAfterItWasHandedOver(c *customerio.CustomerIO, v string) {
	ch := make(chan map[string]any, 1)
	m := map[string]any{"plan": "pro"}
	ch <- m
	m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", <-ch)
}
