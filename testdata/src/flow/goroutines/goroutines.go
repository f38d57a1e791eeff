// Mode: never.

// Package goroutines writes and sends concurrently.
package goroutines

import (
	"sync"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Name, SSN string }

func sentInAGoroutine(c *customerio.CustomerIO, v string) {
	go c.Identify("u1", map[string]any{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessSentInAGoroutine(c *customerio.CustomerIO, v string) {
	go c.Identify("u1", map[string]any{"plan": v})
}

func writtenAfterTheGoStatement(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	go c.Identify("u1", m)
	m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessWriteAfterTheGoStatement(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	go c.Identify("u1", m)
	m["city"] = v
}

func writtenInAGoroutine(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	go func() {
		m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}()
	c.Identify("u1", m)
}

func goroutineStartedAfterTheSend(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	c.Identify("u1", m)
	go func() {
		m["ssn"] = v
	}()
}

func filledInParallel(c *customerio.CustomerIO, v string) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	m := map[string]any{}
	wg.Add(1)
	go func() {
		defer wg.Done()
		mu.Lock()
		defer mu.Unlock()
		m["password"] = v // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
	}()
	wg.Wait()
	c.Identify("u1", m)
}

func harmlessFilledInParallel(c *customerio.CustomerIO, v string) {
	var wg sync.WaitGroup
	m := map[string]any{}
	wg.Add(1)
	go func() {
		defer wg.Done()
		m["city"] = v
	}()
	wg.Wait()
	c.Identify("u1", m)
}

func anotherMapFilledInParallel(c *customerio.CustomerIO, v string) {
	m, private := map[string]any{}, map[string]any{}
	go func() {
		private["password"] = v
	}()
	c.Identify("u1", m)
}

func onceFunction(c *customerio.CustomerIO, v string) {
	var once sync.Once
	m := map[string]any{}
	once.Do(func() {
		m["tax_id"] = v // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
	})
	c.Identify("u1", m)
}

func harmlessOnceFunction(c *customerio.CustomerIO, v string) {
	var once sync.Once
	m := map[string]any{}
	once.Do(func() {
		m["city"] = v
	})
	c.Identify("u1", m)
}

func argumentOfAGoroutine(c *customerio.CustomerIO, us []user) {
	for _, u := range us {
		go func(id string, m map[string]any) {
			c.Identify(id, m)
		}(u.ID, map[string]any{"note": u.SSN}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	}
}

func harmlessArgumentOfAGoroutine(c *customerio.CustomerIO, us []user) {
	for _, u := range us {
		go func(id string, m map[string]any) {
			c.Identify(id, m)
		}(u.ID, map[string]any{"note": u.Name})
	}
}

func worker(c *customerio.CustomerIO, m map[string]any) {
	m["worker"] = true
	c.Identify("u1", m)
}

func workerStartedWithTheKey(c *customerio.CustomerIO, v string) {
	go worker(c, map[string]any{"cvv": v}) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
}

func workerStartedWithHarmlessKeys(c *customerio.CustomerIO, v string) {
	go worker(c, map[string]any{"plan": v})
}
