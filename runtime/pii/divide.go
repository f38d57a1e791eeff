package pii

const (
	// longestRun is the longest word that is divided: time goes with its square.
	longestRun = 64
	// shortHit is up to which length a sensitive word turns up by chance among the letters of innocent ones.
	shortHit = 4
	// shortestStem: shorter words with an s at the end are more often another word's beginning.
	shortestStem = 4
)

// division is the best way found to make up the first letters of a word.
type division struct {
	cost uint8 // 0 for no way
	size uint8 // length of the last word
	id   word  // the last word
}

type divisions [longestRun + 1]division

// divide adds the words that a run-together word consists of, when words of the dictionary cover all of it. It reports
// whether they do.
func (d *dictionary) divide(text []byte, start int, w *words) bool {
	n := len(text)
	if n < 4 || n > longestRun {
		return false
	}
	var best divisions
	for i := 0; i < n-1; i++ {
		if i == 0 || best[i].cost != 0 {
			d.extend(&best, text, i)
		}
	}
	if best[n].cost == 0 {
		return false
	}
	return d.accept(&best, text, start, w)
}

// extend tries all words that begin at i.
func (d *dictionary) extend(best *divisions, text []byte, i int) {
	p := prefix(text[i:])
	if p < 0 {
		return
	}
	for set := d.lens[p]; set != 0; {
		size := longest(set)
		set &^= 1 << size
		end := i + size
		if end > len(text) {
			continue
		}
		id := d.id(text[i:end])
		if id == unknown {
			continue
		}
		cost := d.cost(id, size)
		if cost == 0 {
			continue
		}
		best.improve(i, end, id, cost)
		if end < len(text) && text[end] == 's' && size >= shortestStem && text[end-1] != 's' {
			best.improve(i, end+1, id, cost+1)
		}
	}
}

func (best *divisions) improve(i, end int, id word, cost uint8) {
	cost += best[i].cost
	if old := best[end].cost; old == 0 || cost < old {
		best[end] = division{cost: cost, size: uint8(end - i), id: id}
	}
}

// cost makes the fewest words the best way, and words with a part to play better than others. It is 0 for what is not
// looked for inside words.
func (d *dictionary) cost(id word, size int) uint8 {
	m := d.meaningOf(id)
	switch {
	case size == 2 && !m.standsShort() && id != d.of:
		return 0
	case m.kind == filler:
		return 5
	case m.kind == none, m.kind == common, m.kind == datum && size <= shortHit:
		return 4
	}
	return 3
}

// standsShort: of the words of two letters only a few are looked for inside others: no, id, ip, at, on, is, and the
// articles.
func (m meaning) standsShort() bool {
	switch m.kind {
	case figure, ref, prepWhen, is, filler:
		return true
	case datum:
		return m.strength <= plain
	}
	return false
}

// accept adds the words found, in order, unless they are a chance find.
func (d *dictionary) accept(best *divisions, text []byte, start int, w *words) bool {
	n, count := len(text), 0
	for i := n; i > 0; i -= int(best[i].size) {
		count++
	}
	if w.n+count > len(w.id) {
		return false
	}
	for i, at := n, w.n+count-1; i > 0; at-- {
		w.plural = w.plural || isPlural(text[:i])
		w.id[at] = best[i].id
		i -= int(best[i].size)
	}
	if d.isChance(w.id[w.n:w.n+count], best, n) {
		return false
	}
	w.n += count
	w.last = start + n - int(best[n].size)
	return true
}

// isChance reports whether a sensitive word seems to stand among the letters by chance: a short one among words that
// have no part to play, as in "time span", or one without the company it needs.
func (d *dictionary) isChance(ids []word, best *divisions, n int) bool {
	var isShort, isBare, isHinted, hasOrdinary, hasOther, hasHint bool
	for at := 0; at < len(ids); {
		node, length := d.phrase(ids[at:])
		m := d.nodes[node]
		length = max(length, 1)
		switch m.kind {
		case datum:
			isHit := best.sizeOf(at, len(ids), n, length) <= shortHit+length-1
			isShort = isShort || isHit
			isHinted = isHinted || isHit && m.strength == hinted
			isBare = isBare || m.strength == bare
		case none, common:
			hasOrdinary = true
		case role, value, digest, figure:
		default:
			hasOther = true
		}
		hasHint = hasHint || m.has(hint)
		at += length
	}
	return isShort && hasOrdinary || isBare && (hasOrdinary || hasOther) || isHinted && !hasHint ||
		d.isChanceEnd(ids, best, n)
}

// isChanceEnd: articles do not stand at an end, nor does a "no" of two letters at the beginning.
func (d *dictionary) isChanceEnd(ids []word, best *divisions, n int) bool {
	first, last := d.meaningOf(ids[0]), d.meaningOf(ids[len(ids)-1])
	return first.kind == filler || last.kind == filler ||
		first.kind == figure && best.sizeOf(0, len(ids), n, 1) == 2
}

// sizeOf is how many letters the words from at on have, of those that make up n letters.
func (best *divisions) sizeOf(at, count, n, length int) int {
	for ; count > at+length; count-- {
		n -= int(best[n].size)
	}
	size := 0
	for ; count > at; count-- {
		size += int(best[n].size)
		n -= int(best[n].size)
	}
	return size
}
