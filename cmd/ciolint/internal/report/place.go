package report

import (
	"io"
	"os"
	"path/filepath"

	"golang.org/x/term"
)

// TerminalFor reports whether w is a terminal, and how many columns it has
// (0: unknown).
func TerminalFor(w io.Writer) (ok bool, columns int) {
	f, isFile := w.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) || os.Getenv("TERM") == "dumb" {
		return false, 0
	}
	columns, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		columns = 0
	}
	return true, columns
}

// ColorFor reports whether to colour text for w: it is a terminal, and the
// environment variable NO_COLOR (no-color.org) is not set or empty.
func ColorFor(w io.Writer) bool {
	ok, _ := TerminalFor(w)
	return ok && os.Getenv("NO_COLOR") == ""
}

// Root returns the root of the repository that dir is in: the workspace of a
// GitHub workflow (in the form that dir has, if links lead there), or the nearest directory upwards with an entry .git, or
// else dir itself.
func Root(dir string) string {
	if ws := os.Getenv("GITHUB_WORKSPACE"); ws != "" {
		real, _ := filepath.EvalSymlinks(ws)
		for _, root := range []string{ws, real} {
			if _, below := relative(root, dir); below {
				return filepath.Clean(root)
			}
		}
	}
	for up := dir; ; up = filepath.Dir(up) {
		if _, err := os.Lstat(filepath.Join(up, ".git")); err == nil {
			return up
		}
		if up == filepath.Dir(up) {
			return dir
		}
	}
}
