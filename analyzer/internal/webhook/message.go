package webhook

import (
	"regexp"

	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// messageProblem says what is wrong with what a MAC was made of, "" if nothing
// is that could be seen.
func messageProblem(ps []part) Kind {
	ps = symexec.Merge(ps)
	all := marksOfParts(ps)
	switch {
	case all&rewritten != 0:
		return Rewritten
	case len(ps) == 4 && ps[0].Lit == "v0:" && isParsed(ps[1]):
		return Message // the event's own time, which is another
	case all&unknown != 0:
		return ""
	case len(ps) == 4 && ps[0].Lit == "v0:" && isTimestamp(ps[1]) && ps[2].Lit == ":" && isRawBody(ps[3]):
		return ""
	case len(ps) == 2 && madeUpTime.MatchString(ps[0].Lit) && isRawBody(ps[1]):
		return "" // refuses whatever Customer.io sends
	}
	return Message
}

// marksOfParts is what went into a message; unknown, too, what none of the
// message's own parts explains.
func marksOfParts(ps []part) mark {
	var all mark
	for _, p := range ps {
		if p.V == nil {
			continue
		}
		all |= p.V.Marks
		if noteOf(p.V).sum != nil || p.V.Marks&(timestamp|raw|clock|rewritten) == 0 {
			all |= unknown
		}
	}
	return all
}

// madeUpTime matches the start of a message with a constant timestamp.
var madeUpTime = regexp.MustCompile(`^v0:[^:]+:$`)

func isTimestamp(p part) bool { return p.V != nil && p.V.Marks&timestamp != 0 && p.V.Marks&clock == 0 }

// isParsed reports whether a part was taken out of the body.
func isParsed(p part) bool {
	return p.V != nil && p.V.Marks&body != 0 && p.V.Marks&(raw|timestamp|unknown) == 0
}

func isRawBody(p part) bool { return p.V != nil && p.V.Marks&raw != 0 }
