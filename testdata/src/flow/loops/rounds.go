package loops

import customerio "github.com/customerio/go-customerio/v3"

// The map of an earlier round is still there although each round makes one.

type batch struct{ prev map[string]any }

func (b *batch) keep(m map[string]any) { b.prev = m }

func earlierRoundInACapturedVariable(c *customerio.CustomerIO, vs []string) func() int {
	var last map[string]any
	for _, v := range vs {
		m := map[string]any{"plan": "pro"}
		c.Identify("u1", last)
		m["ssn"] = v // want `never-send key "ssn" reaches`
		last = m
	}
	return func() int { return len(last) }
}

func earlierRoundInAField(c *customerio.CustomerIO, b *batch, vs []string) {
	for _, v := range vs {
		m := map[string]any{"plan": "pro"}
		c.Identify("u1", b.prev)
		m["ssn"] = v // want `never-send key "ssn" reaches`
		b.prev = m
	}
}

func earlierRoundInAList(c *customerio.CustomerIO, vs []string) {
	var all []map[string]any
	for _, v := range vs {
		m := map[string]any{"plan": "pro"}
		for _, x := range all {
			c.Identify("u1", x)
		}
		m["ssn"] = v // want `never-send key "ssn" reaches`
		all = append(all, m)
	}
}

func earlierRoundKeptByAMethod(c *customerio.CustomerIO, b *batch, vs []string) {
	for _, v := range vs {
		m := map[string]any{"plan": "pro"}
		c.Identify("u1", b.prev)
		m["ssn"] = v // want `never-send key "ssn" reaches`
		b.keep(m)
	}
}

type slot struct{ prev map[string]any } // the state of a batch is filled everywhere

func replacedBeforeItIsSent(c *customerio.CustomerIO, b *slot, vs []string) {
	for _, v := range vs {
		m := map[string]any{"plan": "pro"}
		b.prev = m
		c.Identify("u1", b.prev)
		m["ssn"] = v
	}
}

func keptInWhatEachRoundMakes(c *customerio.CustomerIO, vs []string) {
	for _, v := range vs {
		m := map[string]any{"plan": "pro"}
		b := &slot{prev: m}
		c.Identify("u1", b.prev)
		m["ssn"] = v
		println(len(b.prev))
	}
}

func sentFromTheListOfThisRound(c *customerio.CustomerIO, vs []string) (all []map[string]any) {
	for _, v := range vs {
		m := map[string]any{"plan": "pro"}
		c.Identify("u1", m)
		m["ssn"] = v
		all = append(all, m)
		println(len(all[0]))
	}
	return all
}
