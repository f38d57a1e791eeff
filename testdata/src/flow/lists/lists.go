// Mode: never.

// Package lists walks through data that refers to itself.
package lists

import customerio "github.com/customerio/go-customerio/v3"

type node struct {
	attrs       map[string]any
	next, prev  *node
	left, right *node
}

func fromTheEnd(c *customerio.CustomerIO, n *node, ssn string) {
	for n.next != nil {
		n = n.next
	}
	n.attrs = map[string]any{"ssn": ssn} // want `never-send key "ssn"`
	for n.prev != nil {
		n = n.prev
	}
	for ; n != nil; n = n.next {
		c.Identify("u1", n.attrs) // want `never-send value ssn`
	}
}

func (n *node) insert(attrs map[string]any) {
	switch {
	case n.left == nil:
		n.left = &node{attrs: attrs}
	case n.right == nil:
		n.right = &node{attrs: attrs}
	default:
		n.left.insert(attrs)
		n.right.insert(attrs)
	}
}

func (n *node) send(c *customerio.CustomerIO) {
	if n == nil {
		return
	}
	c.Identify("u1", n.attrs)
	n.left.send(c)
	n.right.send(c)
}

func leaking(c *customerio.CustomerIO, iban string) {
	root := &node{}
	root.insert(map[string]any{"iban": iban}) // want `never-send key "iban"`
	root.send(c)
}

func harmless(c *customerio.CustomerIO, plan string) {
	root := &node{}
	root.insert(map[string]any{"plan": plan})
	root.send(c)
}
