package sanitize

const (
	// maxDepth is how deeply containers may nest, pointers among them. Real payloads stay below ten; without a bound
	// a generated one exhausts the stack, which no recover can stop.
	maxDepth = 128
	// maxValues is how many values one payload may have, shared ones counted each time, and a long text as one for
	// each KiB. A full broadcast (10,000 people with some data each) stays well below; a few small maps that share
	// each other would take for ever without it.
	maxValues = 1 << 20
)

// walker is one pass over one payload.
type walker struct {
	path
	s       *Sanitizer
	message bool // of MessageData
	exact   bool // preparing the input of a digest: hash-class values stay, detectors rest
	values  int  // counted so far

	done    int      // how often something differs from the input
	changes []Change // kept only for a report
	omitted int

	tooLarge bool // something was dropped because of maxValues
}

// enter goes into a container of n values, unless that is too deep, a cycle or too much. Every enter that succeeds needs its leave.
func (w *walker) enter(c container, n int) bool {
	if len(w.open) >= maxDepth {
		w.note(Dropped, ReasonDepth)
		return false
	}
	if w.isOpen(c) {
		w.note(Dropped, ReasonCycle)
		return false
	}
	if !w.affords(n) {
		return false
	}
	w.push(c)
	return true
}

// affords counts n more values, and refuses when they are too many.
func (w *walker) affords(n int) bool {
	if w.values+n > maxValues {
		w.tooLarge = true
		w.note(Dropped, ReasonSize)
		return false
	}
	w.values += n
	return true
}

// affordsText counts a text as one more value for each KiB, because the work grows with its length.
func (w *walker) affordsText(s string) bool { return len(s) < heavyText || w.affords(len(s)/heavyText) }

const heavyText = 1 << 10
