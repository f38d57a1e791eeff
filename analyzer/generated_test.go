package analyzer

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/flowgen"
)

// TestGeneratedPrograms runs the analyzer over programs whose answer is known.
func TestGeneratedPrograms(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	choices := make([]byte, 400)
	for range generated() {
		for i := range choices {
			choices[i] = byte(r.Uint32())
		}
		checkGenerated(t, choices)
	}
}

// generated is how many programs to try: CIOLINT_PROGRAMS, or a few.
func generated() int {
	if n, err := strconv.Atoi(os.Getenv("CIOLINT_PROGRAMS")); err == nil {
		return n
	}
	return 300
}

func FuzzGeneratedProgram(f *testing.F) {
	f.Add([]byte("a program"))
	f.Fuzz(checkGenerated)
}

// checkGenerated compares what the analyzer finds in a generated program with
// what the program does.
func checkGenerated(t *testing.T, choices []byte) {
	p := flowgen.New(choices, sdkPath)
	found, _ := findingsOf(t, unlessClean, program(t, source{"example.com/lib", p.Lib}, source{"example.com/app", p.App}))
	switch {
	case p.Leaks && len(found) == 0:
		t.Errorf("a leak is not found in\n%s\n%s", p.Lib, p.App)
	case !p.Leaks && p.Exact && len(found) > 0:
		t.Errorf("%q in a program that leaks nothing:\n%s\n%s", found, p.Lib, p.App)
	}
}
