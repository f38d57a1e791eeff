package analyzer

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// agreeEnv is how many payloads TestLinterAndSanitizerAgree looks at.
const agreeEnv = "CIOLINT_AGREE"

// fewPayloads is how many it looks at if nobody asks for more.
const fewPayloads = 3000

var agreeSeed = flag.Uint64("agree.seed", 1, "seed of the payloads of TestLinterAndSanitizerAgree")

// TestLinterAndSanitizerAgree makes payloads out of the words of the dictionary,
// has the sanitizer clean them, and the linter read the program that sends them:
// what the one drops is what the other calls never-send, what the one changes
// has to pass it, and what has passed it is clean. CIOLINT_AGREE says how many
// payloads there are.
func TestLinterAndSanitizerAgree(t *testing.T) {
	t.Parallel()
	count := fewPayloads
	if text := os.Getenv(agreeEnv); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatalf("%s: %v", agreeEnv, err)
		}
		count = n
	}
	v := readVocabulary(t)
	lint := newLinter(t)
	wrong := 0
	for from := 0; from < count && wrong < 20; from += payloadsPerProgram {
		var ps []*payload
		for i := from; i < min(from+payloadsPerProgram, count); i++ {
			ps = append(ps, newPayload(rand.New(rand.NewPCG(*agreeSeed, uint64(i))), v, i))
		}
		found := lint.run(t, ps)
		for _, p := range ps {
			for _, problem := range p.compare(found) {
				wrong++
				t.Errorf("payload %d: %s\n%s", p.number, problem, p.source)
			}
		}
	}
	t.Logf("%d payloads", count)
}

// payloadsPerProgram is how many payloads are functions of one package.
const payloadsPerProgram = 250

// compare says where the linter's findings are not what the sanitizer did.
func (p *payload) compare(found map[int][]string) []string {
	var problems []string
	dropped, without, changed := p.sanitized()
	isUnsanitized := false
	var never []int
	for line := p.first; line < p.last; line++ {
		for _, rule := range found[line] {
			switch rule {
			case "unsanitized":
				isUnsanitized = true
			case "neversend":
				never = append(never, line)
			default:
				problems = append(problems, "a finding of the rule "+rule)
			}
		}
	}
	for _, line := range dropped {
		if !slices.Contains(never, line) {
			problems = append(problems, fmt.Sprintf("the sanitizer drops the key in line %d, the linter does not mind", line-p.first+1))
		}
	}
	for _, line := range never {
		if !p.isWithin(line, dropped) && !p.isWithin(line, without) {
			problems = append(problems, fmt.Sprintf("the linter calls the key in line %d never-send, the sanitizer keeps it", line-p.first+1))
		}
	}
	if len(dropped) == 0 && changed != isUnsanitized {
		problems = append(problems, fmt.Sprintf("changed by the sanitizer: %v; to pass it, says the linter: %v", changed, isUnsanitized))
	}
	for line := p.last; line < p.end; line++ {
		for _, rule := range found[line] {
			problems = append(problems, "a finding of the rule "+rule+" behind the sanitizer")
		}
	}
	return problems
}

// isWithin reports whether the key in a line is one of those in others, or below
// one: what a tag makes never-send may hold keys that are never-send, too.
func (p *payload) isWithin(line int, others []int) bool {
	path := ""
	for at, l := range p.lines {
		if l == line {
			path = at
		}
	}
	for at, l := range p.lines {
		if rest, ok := strings.CutPrefix(path, at); ok && slices.Contains(others, l) && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			return true
		}
	}
	return false
}

// sanitized has the sanitizer clean the payload. It returns the lines of the
// outermost keys that it drops; of those that a tag wants hashed, and that have no
// digest that may be sent, for which the linter asks for the sanitizer; and whether
// it changes anything.
func (p *payload) sanitized() (dropped, without []int, changed bool) {
	s := sanitize.New(sanitize.WithReport(func(_ context.Context, r sanitize.Report) {
		for _, c := range r.Changes {
			changed = true
			line, ok := p.lines[c.Path]
			switch {
			case !ok || c.Action != sanitize.Dropped:
			case c.Reason == sanitize.ReasonTag && p.hashed[c.Path]:
				without = append(without, line)
			default:
				dropped = append(dropped, line)
			}
		}
	}))
	if p.message {
		s.MessageData(p.value)
	} else {
		s.Attributes(p.value)
	}
	return dropped, without, changed
}
