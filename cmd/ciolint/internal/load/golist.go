package load

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"

	"golang.org/x/tools/go/packages"
)

// listed is what go list says of one package. The names are those of its JSON.
type listed struct {
	ImportPath      string // with the variant, as in "p [q.test]"
	Name            string
	Dir             string
	Export          string // file of export data, "" if the package does not compile
	CompiledGoFiles []string
	IgnoredGoFiles  []string
	Imports         []string // ImportPaths
	ImportMap       map[string]string
	Module          *packages.Module
	ForTest         string
	DepOnly         bool
	Match           []string // the patterns that name it
	Error           *struct{ Pos, Err string }
}

const listedFields = "ImportPath,Name,Dir,Export,CompiledGoFiles,IgnoredGoFiles,Imports,ImportMap,Module,ForTest,DepOnly,Match,Error"

// goList runs go list over the patterns and all they depend on. What the go
// command wrote to its standard error is returned if it failed although it
// printed packages: the cause may or may not be among their errors.
func goList(ctx context.Context, c *Config) (pkgs []*listed, complaint string, err error) {
	args := []string{"list", "-e", "-deps", "-test", "-compiled", "-export", "-pgo=off", "-buildvcs=false", "-json=" + listedFields}
	if c.Tags != "" {
		args = append(args, "-tags="+c.Tags)
	}
	args = append(args, "--")
	args = append(args, c.Patterns...)
	stdout, stderr, err := c.goCommand(ctx, args...)
	if ctx.Err() != nil {
		return nil, "", context.Cause(ctx)
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return nil, "", err
	}
	for dec := json.NewDecoder(stdout); ; {
		p := new(listed)
		if derr := dec.Decode(p); derr == io.EOF {
			break
		} else if derr != nil {
			return nil, "", fmt.Errorf("go list: %v", derr)
		}
		pkgs = append(pkgs, p)
	}
	if err != nil && len(pkgs) == 0 {
		return nil, "", fmt.Errorf("go list failed: %s", firstNonEmpty(stderr, err.Error()))
	}
	if err != nil {
		complaint = firstNonEmpty(stderr, err.Error())
	}
	return pkgs, complaint, nil
}

// goCommand runs the go command to its end or that of ctx, with its whole
// family of processes.
func (c *Config) goCommand(ctx context.Context, args ...string) (stdout *bytes.Buffer, stderr string, err error) {
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Env = c.Dir, c.Env
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = runFamily(ctx, cmd)
	return &out, strings.TrimSpace(errs.String()), err
}

func firstNonEmpty(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
