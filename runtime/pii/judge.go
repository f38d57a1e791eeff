package pii

// phrases are the parts of a key, in order.
type phrases struct {
	n    int
	part [maxTokens]meaning
}

func (p *phrases) parse(w *words, d *dictionary) {
	p.n = 0
	for i := 0; i < w.n; {
		node, length := d.phrase(w.id[i:w.n])
		m := d.nodes[node]
		if length == 0 && w.id[i] != unknown {
			m.kind = common
		}
		if m.kind != noise {
			p.part[p.n] = m
			p.n++
		}
		i += max(length, 1)
	}
}

func (p *phrases) hasDatum() bool {
	for i := range p.n {
		if p.part[i].kind == datum {
			return true
		}
	}
	return false
}

// judge gives the strictest class of the data named in the key, after what stands around each of them.
func (p *phrases) judge() (Class, Category, bool) {
	class, category, delivers := Keep, NoCategory, true
	for i := range p.n {
		m := p.part[i]
		if m.kind != datum || !p.hasCompany(i) || p.isExcusedBefore(i) {
			continue
		}
		isData, isDelivered := p.followed(i)
		if !isData {
			continue
		}
		c := m.category.class()
		if c == NeverSend {
			delivers = delivers && isDelivered
		}
		if c > class {
			class, category = c, m.category
		}
	}
	return class, category, class == NeverSend && delivers
}

// hasCompany reports whether the phrase at i has the company its strength asks for.
func (p *phrases) hasCompany(i int) bool {
	switch p.part[i].strength {
	case bare:
		for j := range i {
			if !p.part[j].isCompany() {
				return false
			}
		}
	case hinted:
		for j := range p.n {
			if j != i && (p.part[j].has(hint) || p.part[j].kind == datum && p.part[j].category == p.part[i].category) {
				return true
			}
		}
		return false
	}
	return true
}

// isCompany: words that leave a bare datum what it is.
func (m meaning) isCompany() bool {
	switch m.kind {
	case common, about, none, nature:
		return false
	}
	return true
}

// isExcusedBefore reports whether what stands before the phrase at i makes a question, a count or another thing of it.
func (p *phrases) isExcusedBefore(i int) bool {
	m, start := p.part[i], p.afterLastDatum(i)
	for j := range i {
		if j >= start && m.isMadeHarmless(p.part[j].kind) {
			return true
		}
		if p.asks(j, m.has(fact)) {
			return true
		}
	}
	return false
}

// afterLastDatum is where the words begin that stand between the phrase at i and the sensitive one before it.
func (p *phrases) afterLastDatum(i int) int {
	for i > 0 && p.part[i-1].kind != datum {
		i--
	}
	return i
}

// asks reports whether the word at j turns the data behind it into something said about them.
func (p *phrases) asks(j int, isFact bool) bool {
	switch p.part[j].kind {
	case ask:
		return true
	case is:
		return !isFact
	case means:
		return j > 0 && !isFact
	case prep, prepWhen:
		return j > 0 && p.part[j-1].isOther(isFact)
	}
	return false
}

// isMadeHarmless: digests of hash-class data are what would have been made of them, and fragments of some data may be
// shown.
func (m meaning) isMadeHarmless(by kind) bool {
	isHash := m.category.class() == Hash
	return by == digest && isHash || by == fragment && (isHash || m.has(partial))
}

// isOther reports whether a head before a preposition is another thing than what follows: the country of an IP.
func (m meaning) isOther(isFact bool) bool {
	switch m.kind {
	case about, count, ref:
		return true
	case when, nature, state, event:
		return !isFact
	}
	return false
}

// followed reads what stands behind the phrase at i and reports whether the head is still the datum, and whether it is
// still what a message may deliver.
func (p *phrases) followed(i int) (isData, isDelivered bool) {
	m := p.part[i]
	isData, isDelivered = true, m.has(delivered)
	for j := i + 1; j < p.n; j++ {
		q := p.part[j]
		if q.kind == prepWhen && j == p.n-1 {
			q.kind = when
		}
		switch m.followedBy(q.kind) {
		case ends:
			return isData || p.resumes(j), isDelivered
		case settles:
			return p.resumes(j), false
		case doubts:
			isData = false
		case restores:
			isData = true
		}
		isDelivered = isDelivered && q.kind != digest
	}
	return isData, isDelivered
}

// resumes reports whether the datum comes up again behind an "and": "passport expiry and number" speaks of the
// passport's number.
func (p *phrases) resumes(j int) bool {
	for ; j+1 < p.n; j++ {
		if p.part[j].kind == conj && p.part[j+1].kind == figure {
			return true
		}
	}
	return false
}

// effect is what a following word does to a datum.
type effect uint8

const (
	passes   effect = iota // nothing
	ends                   // the compound is over
	doubts                 // makes a flag of it, as "verified" does
	restores               // takes the flag back: a verified number is a number
	settles                // is a head of its own
)

func (m meaning) followedBy(k kind) effect {
	switch k {
	case none:
		return m.unless(m.strength == strong, settles)
	case digest, fragment:
		return m.unless(!m.isMadeHarmless(k), settles)
	case ref:
		return m.unless(m.has(ownID), settles)
	case nature, is, when:
		return m.unless(m.has(fact), settles)
	case state:
		return m.unless(m.has(fact), doubts)
	case event:
		return doubts
	case count, about, ask, common:
		return settles
	case conj, prep, prepWhen, means:
		return ends
	case figure:
		return restores
	}
	return passes
}

func (m meaning) unless(isData bool, e effect) effect {
	if isData {
		return passes
	}
	return e
}
