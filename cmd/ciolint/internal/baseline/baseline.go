// Package baseline tells new findings from those that a project has accepted
// for the time being, so that a service with a history can use ciolint from
// today on.
//
// A baseline is a JSON file that is written by [Write], reviewed, and
// committed. Per problem it has one entry with the rule, the function and the
// message, for people, the number of times that it occurs there, and a
// fingerprint, which fingerprint.go explains: it survives that code moves. One
// more occurrence than the file knows is a new finding.
//
// An entry that no finding matches any more is stale: the leak was fixed. The
// next [Write] drops it. The entries of packages that a run did not look at
// are none of its business, unless the package is gone altogether.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/source"
)

// A Baseline is a set of accepted findings.
type Baseline struct {
	Version  int     `json:"version"` // of the file's form: 1
	Findings []Entry `json:"findings"`

	dir string // that File is relative to
}

// An Entry is one accepted problem. Rule, package, function and message make
// the fingerprint; the file is only for the reader.
type Entry struct {
	Rule        string `json:"rule"`
	Package     string `json:"package"`
	Function    string `json:"function,omitempty"` // or "var name"; empty if unknown
	File        string `json:"file"`               // relative to the baseline, with slashes
	Message     string `json:"message"`
	Count       int    `json:"count"`
	Fingerprint string `json:"fingerprint"`
}

func (e *Entry) identity() identity { return identity{e.Rule, e.Package, e.Function, e.Message} }

// version is the one version that there is.
const version = 1

// Filter separates findings that b does not know from those it does, which it
// marks as such. Stale is the number of accepted findings that are gone.
// Packages are the import paths of what was looked at, with or without
// findings.
func (b *Baseline) Filter(fs []finding.Finding, packages ...string) (fresh, known []finding.Finding, stale int) {
	left, src := map[string]int{}, new(source.Files)
	for _, e := range b.Findings {
		left[e.Fingerprint] = e.Count
	}
	for _, f := range finding.Sorted(fs) {
		print := Fingerprint(f, src)
		if left[print] == 0 {
			fresh = append(fresh, f)
			continue
		}
		left[print]--
		f.Known = true
		known = append(known, f)
	}
	seen := lookedAt(fs, packages)
	for _, e := range b.Findings {
		if seen[e.Package] || b.gone(e) {
			stale += left[e.Fingerprint]
		}
	}
	return fresh, known, stale
}

// lookedAt is the set of packages that a run has something to say of.
func lookedAt(fs []finding.Finding, packages []string) map[string]bool {
	seen := map[string]bool{}
	for _, p := range packages {
		seen[p] = true
	}
	for _, f := range fs {
		seen[f.Package] = true
	}
	return seen
}

// gone reports whether the package of e no longer exists: there is no Go file
// where it was.
func (b *Baseline) gone(e Entry) bool {
	dir := filepath.FromSlash(path.Dir(e.File))
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(b.dir, dir)
	}
	list, err := os.ReadDir(dir)
	if err != nil {
		return errors.Is(err, os.ErrNotExist)
	}
	return !slices.ContainsFunc(list, func(f os.DirEntry) bool { return path.Ext(f.Name()) == ".go" })
}

// Write makes findings the content of a baseline file. If the file exists,
// what it says of packages that were not looked at stays. A file that exists
// and is no baseline is an error and stays as it is.
func Write(file string, fs []finding.Finding, packages ...string) error {
	old := new(Baseline)
	if _, err := os.Stat(file); err == nil {
		if old, err = Read(file); err != nil {
			return fmt.Errorf("%w; remove the file to write it anew", err)
		}
	}
	b := Baseline{Version: version, Findings: entries(dirOf(file), fs)}
	seen := lookedAt(fs, packages)
	for _, e := range old.Findings {
		if !seen[e.Package] && !old.gone(e) {
			b.Findings = append(b.Findings, e)
		}
	}
	b.sort()
	data, err := b.encode()
	if err != nil {
		return err
	}
	return replace(file, data)
}

// dirOf is the directory that a baseline's file names are relative to.
func dirOf(file string) string {
	if abs, err := filepath.Abs(file); err == nil {
		file = abs
	}
	return filepath.Dir(file)
}

// entries makes one entry of the findings with one fingerprint.
func entries(dir string, fs []finding.Finding) []Entry {
	src := new(source.Files)
	at := map[string]int{} // fingerprint -> index in out
	out := []Entry{}
	for _, f := range finding.Sorted(fs) {
		id := identityOf(f, src)
		print := id.fingerprint()
		if i, ok := at[print]; ok {
			out[i].Count++
			continue
		}
		at[print] = len(out)
		name := f.Pos.Filename
		if rel, err := filepath.Rel(dir, name); err == nil {
			name = rel
		}
		out = append(out, Entry{f.Rule, f.Package, id.Function, filepath.ToSlash(name), f.Message, 1, print})
	}
	return out
}

func (b *Baseline) sort() {
	slices.SortFunc(b.Findings, func(x, y Entry) int {
		return cmp.Or(
			cmp.Compare(x.Package, y.Package), cmp.Compare(x.File, y.File), cmp.Compare(x.Function, y.Function),
			cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Message, y.Message), cmp.Compare(x.Fingerprint, y.Fingerprint),
		)
	})
}

func (b *Baseline) encode() ([]byte, error) {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false) // people read it
	enc.SetIndent("", "  ")
	if err := enc.Encode(b); err != nil {
		return nil, err
	}
	return text.Bytes(), nil
}

// replace writes the file as a whole or not at all: who reads it at the same
// time sees the old one or the new one.
func replace(file string, data []byte) (err error) {
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(file, data, 0o666) // a pipe, say, cannot be replaced
	}
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real
	}
	tmp, err := os.CreateTemp(filepath.Dir(file), ".ciolint-baseline-*")
	if err != nil {
		return fmt.Errorf("cannot write the baseline: %w", err)
	}
	defer func() {
		if err != nil {
			tmp.Close()
			os.Remove(tmp.Name())
			err = fmt.Errorf("cannot write the baseline: %w", err)
		}
	}()
	if _, err := tmp.Write(data); err != nil {
		return err
	}
	if err := tmp.Chmod(0o644); err != nil {
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), file)
}
