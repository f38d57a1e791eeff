package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/pii"
	"github.com/ciolint/ciolint/runtime/sanitize"
)

// TestReadmeShowsTheDemo runs the command that the README begins with and
// compares what it prints with the block below it.
func TestReadmeShowsTheDemo(t *testing.T) {
	const command = "go run ./cmd/ciolint -C testdata/demo ./..."
	root := repository(t)
	_, after, ok := strings.Cut(readme(t), "```sh\n"+command+"\n```")
	if !ok {
		t.Fatalf("the README lacks the command %q", command)
	}
	_, after, _ = strings.Cut(after, "```text\n")
	want, _, _ := strings.Cut(after, "```")

	cmd := exec.Command(os.Args[0], strings.Fields(command)[3:]...)
	cmd.Dir = root
	cmd.Env = append(cmd.Environ(), beCommand+"=1", "GOFLAGS=-mod=mod", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 3 {
		t.Fatalf("%v, want exit code 3\n%s", err, out)
	}
	got := string(out) + "exit status 3\n" // as go run says it
	if got != want {
		t.Errorf("the README does not show what the demo prints:\n--- README\n%s\n--- real\n%s", want, got)
	}
}

// TestReadmeKeepsItsWord checks the results of code in the README.
func TestReadmeKeepsItsWord(t *testing.T) {
	lines := []string{
		"```sh\ngo test ./...\n```",
		fmt.Sprint("// ", sanitize.Attributes(map[string]any{
			"email":      "pat@example.com",
			"first_name": "Pat",
			"phone":      "+1-555-0123",
			"ssn":        "900-00-0000",
			"plan":       "pro",
		})),
		fmt.Sprint(`pii.Classify("userSSN")        // `, pii.Classify("userSSN")),
		fmt.Sprint(`pii.Classify("home-phone")     // `, pii.Classify("home-phone")),
		fmt.Sprint(`pii.Classify("phone_verified") // `, pii.Classify("phone_verified")),
		fmt.Sprint(`pii.Detect("card 4111 1111 1111 1111") // `, pii.Detect("card 4111 1111 1111 1111")),
	}
	text := readme(t)
	for _, line := range lines {
		if !strings.Contains(text, line) {
			t.Errorf("the README lacks %q", line)
		}
	}
}

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(repository(t), "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
