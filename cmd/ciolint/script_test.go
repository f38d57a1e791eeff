package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// beCommand makes the test binary run main in place of the tests, so that the
// scripts have the real command, exit codes and all, without a build. With
// the value "stock" it runs the stock driver of go/analysis.
const beCommand = "CIOLINT_TEST_BE_COMMAND"

func TestMain(m *testing.M) {
	switch os.Getenv(beCommand) {
	case "":
	case "stock":
		stock(os.Args[1:])
	default:
		main()
		panic("main returned")
	}
	os.Exit(m.Run())
}

// TestScript runs testdata/script/*.txtar. The files of an archive are a module
// that is expanded into a directory of its own; the text before them is a
// script. In the whole archive $ROOT is the directory of this repository,
// $CIOLINT the command.
//
// A line of a script is a comment (#) or one of these:
//
//	[N] PROGRAM ARGS...   run the program, which must exit with code N (default 0)
//	stdout REGEXP         what the last program wrote must match; ^ and $ are those of lines
//	stderr REGEXP
//	!stdout REGEXP        ... must not match
//	!stderr REGEXP
//	same FILE FILE        the files are equal
//	need PROGRAM          skip the rest where there is no such program
//	env NAME=VALUE        for the programs that follow
//	cp FILE FILE          copy a file
//	rm FILE               remove a file or a directory
//
// PROGRAM is ciolint, go or gofmt. In what it wrote the directory is replaced
// by $WORK. An archive without a go.mod gets one, [moduleFile].
func TestScript(t *testing.T) {
	archives, err := filepath.Glob(filepath.Join(repository(t), "testdata", "script", "*.txtar"))
	if err != nil || len(archives) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s := newScript(t)
			archive := txtar.Parse([]byte(s.expand(string(data))))
			s.extract(archive)
			for i, line := range strings.Split(string(archive.Comment), "\n") {
				if err := s.do(strings.TrimSpace(line)); err != nil {
					t.Fatalf("%s:%d: %s\n%v", filepath.Base(file), i+1, line, err)
				}
			}
		})
	}
}

// moduleFile is the go.mod of a script that brings none: the SDK is the demo's
// stub, the sanitizer that of this repository.
const moduleFile = `module example.com/app

go 1.26.0

require (
	github.com/ciolint/ciolint v0.0.0
	github.com/customerio/go-customerio/v3 v3.11.0
)

replace (
	github.com/ciolint/ciolint => $ROOT
	github.com/customerio/go-customerio/v3 => $ROOT/testdata/demo/stub/go-customerio
)
`

// script is the state of one running script.
type script struct {
	t              *testing.T
	dir, root      string
	stdout, stderr string // of the last program
	env            []string
}

func newScript(t *testing.T) *script {
	dir, err := filepath.EvalSymlinks(t.TempDir()) // go list sees through them, too
	if err != nil {
		t.Fatal(err)
	}
	return &script{t: t, dir: dir, root: repository(t)}
}

// repository returns the root of the working tree.
func repository(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func (s *script) expand(text string) string {
	return strings.NewReplacer("$ROOT", s.root, "$CIOLINT", os.Args[0]).Replace(text)
}

func (s *script) extract(a *txtar.Archive) {
	files := append([]txtar.File{{Name: "go.mod", Data: []byte(s.expand(moduleFile))}}, a.Files...)
	for _, f := range files {
		name := filepath.Join(s.dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			s.t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			s.t.Fatal(err)
		}
	}
}

// do executes one line.
func (s *script) do(line string) error {
	if line == "" || line[0] == '#' {
		return nil
	}
	verb, rest, _ := strings.Cut(line, " ")
	switch verb {
	case "stdout":
		return match(s.stdout, rest, true)
	case "stderr":
		return match(s.stderr, rest, true)
	case "!stdout":
		return match(s.stdout, rest, false)
	case "!stderr":
		return match(s.stderr, rest, false)
	case "same":
		return s.same(strings.Fields(rest))
	case "need":
		if _, err := exec.LookPath(rest); err != nil {
			s.t.Skip(err)
		}
		return nil
	case "env":
		s.env = append(s.env, rest)
		return nil
	case "cp":
		return s.copyFile(strings.Fields(rest))
	case "rm":
		return os.RemoveAll(filepath.Join(s.dir, rest))
	}
	want := 0
	if code, err := strconv.Atoi(verb); err == nil {
		want, line = code, rest
	}
	return s.run(want, strings.Fields(line))
}

func match(text, pattern string, want bool) error {
	re, err := regexp.Compile("(?m)" + pattern)
	if err != nil {
		return err
	}
	if re.MatchString(text) != want {
		return fmt.Errorf("matches is %v, want %v:\n%s", !want, want, text)
	}
	return nil
}

func (s *script) same(names []string) error {
	if len(names) != 2 {
		return fmt.Errorf("want two files")
	}
	var text [2][]byte
	for i, name := range names {
		var err error
		if text[i], err = os.ReadFile(filepath.Join(s.dir, name)); err != nil {
			return err
		}
	}
	if !bytes.Equal(text[0], text[1]) {
		return fmt.Errorf("they differ:\n--- %s\n%s\n--- %s\n%s", names[0], text[0], names[1], text[1])
	}
	return nil
}

func (s *script) copyFile(names []string) error {
	if len(names) != 2 {
		return fmt.Errorf("want two files")
	}
	data, err := os.ReadFile(filepath.Join(s.dir, names[0]))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(s.dir, names[1]), data, 0o666)
}

// run runs a program in the script's directory, with no way to the network.
func (s *script) run(want int, command []string) error {
	if len(command) == 0 {
		return fmt.Errorf("no command")
	}
	name := command[0]
	switch name {
	case "ciolint":
		name = os.Args[0]
	case "go", "gofmt":
	default:
		return fmt.Errorf("unknown command %q", name)
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(name, command[1:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = s.dir, &stdout, &stderr
	cmd.Env = append(cmd.Environ(), beCommand+"=1", "GOFLAGS=-mod=mod", "GOPROXY=off", "GOSUMDB=off", "GOWORK=off")
	cmd.Env = append(cmd.Env, s.env...)
	err := cmd.Run()
	if cmd.ProcessState == nil {
		return err
	}
	s.stdout, s.stderr = s.clean(stdout.String()), s.clean(stderr.String())
	if got := cmd.ProcessState.ExitCode(); got != want {
		return fmt.Errorf("exit code %d, want %d\nstdout:\n%s\nstderr:\n%s", got, want, s.stdout, s.stderr)
	}
	return nil
}

func (s *script) clean(text string) string { return strings.ReplaceAll(text, s.dir, "$WORK") }
