package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestDriversFindTheSame runs the corpus through this command's driver, as a
// vet tool, which writes and reads facts by way of the build cache, and through
// the stock driver, which loads everything from source: the findings must be
// the same, at the same places.
func TestDriversFindTheSame(t *testing.T) {
	t.Parallel()
	root := repository(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	patterns := []string{
		"./across/...", "./credential/...", "./erasure/...", "./flow/...", "./identifier/...",
		"./neversend/...", "./rawhttp/...", "./unsanitized/...", "./webhook/...",
	}
	env := append(os.Environ(), "GOPATH="+filepath.Join(root, "testdata"), "GO111MODULE=off", "GOFLAGS=", "GOWORK=off")
	run := func(as, name string, args ...string) []string {
		cmd := exec.Command(name, append(args, patterns...)...)
		cmd.Dir, cmd.Env = filepath.Join(root, "testdata", "src"), append(env, beCommand+"="+as)
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		var exit *exec.ExitError
		if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		return findings(t, append(stdout.Bytes(), stderr.Bytes()...))
	}
	stock := run("stock", self, "-json")
	if len(stock) < 500 {
		t.Fatalf("only %d findings", len(stock))
	}
	for name, got := range map[string][]string{
		"standalone": run("1", self, "-json"),
		"go vet":     run("1", "go", "vet", "-vettool="+self, "-json"),
	} {
		if !slices.Equal(got, stock) {
			t.Errorf("%s and the stock driver differ\n%s only: %s\nstock only: %s", name, name, without(got, stock), without(stock, got))
		}
	}
}

// findings reads what -json prints: objects of package, analyzer and
// diagnostics, with comments between them under go vet, and with what the
// command says on standard error.
func findings(t *testing.T, out []byte) []string {
	t.Helper()
	var text bytes.Buffer
	for line := range bytes.Lines(out) {
		said := func(prefix string) bool { return bytes.HasPrefix(line, []byte(prefix)) }
		if !said("#") && !said("exit status") && !said("ciolint: ") {
			text.Write(line)
		}
	}
	var list []string
	for dec := json.NewDecoder(&text); dec.More(); {
		var pkgs map[string]map[string]json.RawMessage
		if err := dec.Decode(&pkgs); err != nil {
			t.Fatalf("%v in %.300s", err, out)
		}
		for _, byAnalyzer := range pkgs {
			for _, raw := range byAnalyzer {
				var ds []struct{ Posn, Message, Category string }
				if err := json.Unmarshal(raw, &ds); err != nil {
					t.Fatalf("%v in %.300s", err, raw)
				}
				for _, d := range ds {
					list = append(list, strings.Join([]string{d.Posn, d.Category, d.Message}, " "))
				}
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func without(xs, ys []string) []string {
	var out []string
	for _, x := range xs {
		if !slices.Contains(ys, x) {
			out = append(out, x)
		}
	}
	return out
}
