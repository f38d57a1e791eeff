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
// next [Write] drops it. Neither touches the entries of packages that a run
// did not look at.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/source"
)

// A Baseline is a set of accepted findings.
type Baseline struct {
	Version  int     `json:"version"` // of the file's form: 1
	Findings []Entry `json:"findings"`
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
// marks as such. Stale is the number of accepted findings that are gone, in
// the given packages, by import path; without any, all packages count as
// looked at.
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
	for _, e := range b.Findings {
		if lookedAt(packages, e.Package) {
			stale += left[e.Fingerprint]
		}
	}
	return fresh, known, stale
}

func lookedAt(packages []string, path string) bool {
	return len(packages) == 0 || slices.Contains(packages, path)
}

// Write makes findings the content of a baseline file. If the file exists,
// what it says of packages other than the given ones stays; without any, all
// packages count as looked at. A file that exists and is no baseline is an
// error and stays as it is.
func Write(file string, fs []finding.Finding, packages ...string) error {
	var old Baseline
	if _, err := os.Stat(file); err == nil {
		b, err := Read(file)
		if err != nil {
			return fmt.Errorf("%w; remove the file to write it anew", err)
		}
		old = *b
	}
	b := Baseline{Version: version, Findings: entries(file, fs)}
	for _, e := range old.Findings {
		if !lookedAt(packages, e.Package) {
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

// entries makes one entry of the findings with one fingerprint.
func entries(file string, fs []finding.Finding) []Entry {
	dir := "."
	if abs, err := filepath.Abs(file); err == nil {
		dir = filepath.Dir(abs)
	}
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
