package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestConcurrentRuns starts several runs at once in one module, standalone
// and under go vet: each has the result that it has alone.
func TestConcurrentRuns(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(repository(t), "testdata", "demo")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	run := func(code int, name string, args ...string) string {
		cmd := exec.Command(name, args...)
		cmd.Dir = dir
		cmd.Env = append(cmd.Environ(), beCommand+"=1", "GOFLAGS=-mod=mod", "GOWORK=off")
		out, err := cmd.CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != code {
			t.Errorf("%s: %v, want exit code %d\n%s", name, err, code, out)
		}
		lines := strings.Split(string(out), "\n")
		slices.Sort(lines) // go vet prints packages in the order in which they are done
		return strings.Join(lines, "\n")
	}
	standalone := func() string { return run(3, self, "./...") }
	vet := func() string { return run(1, "go", "vet", "-vettool="+self, "./...") }
	aloneStandalone, aloneVet := standalone(), vet()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got := standalone(); got != aloneStandalone {
				t.Errorf("got\n%s\nalone\n%s", got, aloneStandalone)
			}
		})
		wg.Go(func() {
			if got := vet(); got != aloneVet {
				t.Errorf("go vet: got\n%s\nalone\n%s", got, aloneVet)
			}
		})
	}
	wg.Wait()
}
