package tags

import customerio "github.com/customerio/go-customerio/v3"

type place struct{ Name, Door string }

type file struct {
	Notes     []string          `pii:"never"`
	Answers   map[string]string `pii:"never"`
	Home      place             `pii:"never"`
	Work      *place            `pii:"never"`
	Passwords []string
	SSNs      []string `pii:"allow"` // serial numbers
	Labels    []string
}

func partsOfWhatATagForbids(c *customerio.CustomerIO, f file, i int) {
	c.Identify("u1", map[string]any{"x": f.Notes[i]})                // want `never-send value Notes reaches`
	c.Identify("u1", map[string]any{"x": f.Answers["colour"]})       // want `never-send value Answers reaches`
	c.Identify("u1", map[string]any{"x": f.Home.Door})               // want `never-send value Home reaches`
	c.Identify("u1", map[string]any{"x": f.Work.Door})               // want `never-send value Work reaches`
	c.Identify("u1", map[string]any{"x": "last: " + f.Passwords[0]}) // want `never-send value Passwords reaches`
	for _, n := range f.Notes {
		c.Identify("u1", map[string]any{"x": n}) // want `never-send value Notes reaches`
	}
}

func partsOfWhatATagAllows(c *customerio.CustomerIO, f file, i int) {
	c.Identify("u1", map[string]any{"x": f.SSNs[i], "y": f.Labels[i], "n": len(f.Notes), "p": f.Work != nil})
	for i, n := range f.Notes {
		c.Identify("u1", map[string]any{"x": i, "long": len(n) > 3})
	}
}
