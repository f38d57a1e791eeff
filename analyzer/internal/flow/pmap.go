package flow

// A pmap is a persistent map with small integers for keys: a treap whose shape
// depends on its keys alone. Two versions share all that they have in common,
// so that joining them costs what they differ by. The nil pmap is empty.
type pmap[V item] struct {
	key         uint32
	val         V
	left, right *pmap[V]
	traits      traits // of all values below
	height      int    // of the highest value below
}

// An item is what a pmap holds: a pointer, with traits that are summed up for
// whole subtrees.
type item interface {
	comparable
	traitsOf() traits
	heightOf() int
}

// traits are properties of values that let whole subtrees be skipped.
type traits uint8

const (
	symbolic traits = 1 << iota // depends on the function's parameters or on objects that it makes
	certain                     // a cell that was certainly written
)

// priority orders the treap: a hash, so that the shape is as good as random,
// and always the same.
func priority(key uint32) uint32 {
	key ^= key >> 16
	key *= 0x7feb352d
	key ^= key >> 15
	key *= 0x846ca68b
	return key ^ key>>16
}

// above reports whether the node of k belongs above that of l.
func above(k, l uint32) bool {
	p, q := priority(k), priority(l)
	return p > q || p == q && k < l
}

func (m *pmap[V]) traitsBelow() traits {
	if m == nil {
		return 0
	}
	return m.traits
}

func (m *pmap[V]) heightBelow() int {
	if m == nil {
		return 0
	}
	return m.height
}

func newNode[V item](key uint32, val V, left, right *pmap[V]) *pmap[V] {
	return &pmap[V]{key, val, left, right,
		val.traitsOf() | left.traitsBelow() | right.traitsBelow(),
		max(val.heightOf(), left.heightBelow(), right.heightBelow())}
}

// get returns the value under key.
func (m *pmap[V]) get(key uint32) (v V, ok bool) {
	for m != nil {
		switch {
		case key == m.key:
			return m.val, true
		case key < m.key:
			m = m.left
		default:
			m = m.right
		}
	}
	return v, false
}

// set returns m with val under key; m itself if that changes nothing.
func (m *pmap[V]) set(key uint32, val V) *pmap[V] {
	switch {
	case m == nil:
		return newNode[V](key, val, nil, nil)
	case key == m.key:
		if m.val == val {
			return m
		}
		return newNode(key, val, m.left, m.right)
	case above(key, m.key):
		l, _, r := m.split(key)
		return newNode(key, val, l, r)
	case key < m.key:
		if l := m.left.set(key, val); l != m.left {
			return newNode(m.key, m.val, l, m.right)
		}
	default:
		if r := m.right.set(key, val); r != m.right {
			return newNode(m.key, m.val, m.left, r)
		}
	}
	return m
}

// without returns m with nothing under key.
func (m *pmap[V]) without(key uint32) *pmap[V] {
	switch {
	case m == nil:
		return nil
	case key == m.key:
		return merge(m.left, m.right)
	case key < m.key:
		if l := m.left.without(key); l != m.left {
			return newNode(m.key, m.val, l, m.right)
		}
	default:
		if r := m.right.without(key); r != m.right {
			return newNode(m.key, m.val, m.left, r)
		}
	}
	return m
}

// split takes m apart into the keys below key, the node of key, and the keys
// above it.
func (m *pmap[V]) split(key uint32) (left, mid, right *pmap[V]) {
	switch {
	case m == nil:
		return nil, nil, nil
	case key == m.key:
		return m.left, m, m.right
	case key < m.key:
		l, mid, r := m.left.split(key)
		return l, mid, newNode(m.key, m.val, r, m.right)
	}
	l, mid, r := m.right.split(key)
	return newNode(m.key, m.val, m.left, l), mid, r
}

// merge joins two maps of which every key of l is below every key of r.
func merge[V item](l, r *pmap[V]) *pmap[V] {
	switch {
	case l == nil:
		return r
	case r == nil:
		return l
	case above(l.key, r.key):
		return newNode(l.key, l.val, l.left, merge(l.right, r))
	}
	return newNode(r.key, r.val, merge(l, r.left), r.right)
}

// A union joins two maps. Its functions return their (first) argument if
// nothing changes, and so does run.
type union[V item] struct {
	both  func(x, y V) V
	onlyX func(uint32, V) V // what stands in the first map alone; nil leaves it as it is
	onlyY func(uint32, V) V // what stands in the second one alone
	skip  traits            // these have no effect on a subtree without any of these
}

func (u *union[V]) run(x, y *pmap[V]) *pmap[V] {
	switch {
	case x == y:
		return x
	case x == nil:
		return u.alone(y, u.onlyY)
	case y == nil:
		return u.alone(x, u.onlyX)
	}
	if x.key != y.key && above(y.key, x.key) {
		l, _, r := x.split(y.key)
		return newNode(y.key, one(y, u.onlyY), u.run(l, y.left), u.run(r, y.right))
	}
	l, mid, r := y.split(x.key)
	left, right, val := u.run(x.left, l), u.run(x.right, r), x.val
	switch {
	case mid == nil:
		val = one(x, u.onlyX)
	case x.val != mid.val:
		val = u.both(x.val, mid.val)
	}
	if left == x.left && right == x.right && val == x.val {
		return x
	}
	return newNode(x.key, val, left, right)
}

func one[V item](m *pmap[V], f func(uint32, V) V) V {
	if f == nil {
		return m.val
	}
	return f(m.key, m.val)
}

func (u *union[V]) alone(m *pmap[V], f func(uint32, V) V) *pmap[V] {
	if f == nil {
		return m
	}
	return m.transform(u.skip, f)
}

// transform returns m with f applied to every value that has one of the
// traits, to all if there are none; m itself if nothing changes.
func (m *pmap[V]) transform(with traits, f func(uint32, V) V) *pmap[V] {
	if m == nil || with != 0 && m.traits&with == 0 {
		return m
	}
	l, v, r := m.left.transform(with, f), m.val, m.right.transform(with, f)
	if with == 0 || v.traitsOf()&with != 0 {
		v = f(m.key, v)
	}
	if l == m.left && r == m.right && v == m.val {
		return m
	}
	return newNode(m.key, v, l, r)
}

// each calls f for every key, in ascending order, until it returns false.
func (m *pmap[V]) each(f func(key uint32, v V) bool) bool {
	return m == nil || m.left.each(f) && f(m.key, m.val) && m.right.each(f)
}
