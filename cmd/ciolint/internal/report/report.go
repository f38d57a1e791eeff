// Package report writes findings in the formats of their readers: text for
// people and editors, json for programs that read what go vet -json prints,
// sarif for code scanning, github for the annotations of a workflow.
//
// Each format is one function in a file of its own. The order is always the
// same: file, line, column, rule. What a finding points at is read from disk;
// if it cannot be read any more, the report has fewer details, but every
// finding. No format repeats a credential or a personal value: see package
// source for what an excerpt shows.
package report

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/source"
	"github.com/ciolint/ciolint/internal/catalog"
)

// The types of findings, for those who only write reports.
type (
	Finding = finding.Finding
	Step    = finding.Step
	Fix     = finding.Fix
	Edit    = finding.Edit
)

// Options say how to write a report. The zero value is fine for every format.
type Options struct {
	// Dir is the absolute name of the directory that the user is in. File names
	// below it are shown relative to it, others as they are.
	Dir string
	// Root is the directory that sarif and github name files relative to, which
	// for both is the root of the repository; empty means Dir. See [Root].
	Root string
	// Terminal asks for text with excerpts, numbered steps and a count, which is
	// meant to be read; otherwise each finding is one line in the form that
	// editors know, with one line for each step.
	Terminal bool
	// Color adds colours to text, and implies Terminal. See [ColorFor].
	Color bool
	// Width is the number of columns of the terminal; 0 means 100.
	Width int
	// Rules is the catalogue, for help in sarif.
	Rules []catalog.Rule
	// Version is ciolint's, for sarif.
	Version string
}

// writer holds what all formats need.
type writer struct {
	Options
	out bytes.Buffer
	src *source.Files
}

var formats = []struct {
	name  string
	write func(*writer, []Finding) error
}{
	{"text", (*writer).text},
	{"json", (*writer).json},
	{"sarif", (*writer).sarif},
	{"github", (*writer).github},
}

// Formats returns the names that [Write] knows, the default first.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// CheckFormat returns an error that names the formats if format is none.
func CheckFormat(format string) error {
	for _, f := range formats {
		if f.name == format {
			return nil
		}
	}
	return fmt.Errorf("unknown format %q: want one of %s", format, strings.Join(Formats(), ", "))
}

// Write writes the findings to w. Of findings that are known from a baseline
// only sarif tells, as suppressed results. An unknown format is an error, and
// so is a w that does not take all of it; nothing is written in pieces.
func Write(w io.Writer, format string, fs []Finding, o Options) error {
	if err := CheckFormat(format); err != nil {
		return err
	}
	if o.Root == "" {
		o.Root = o.Dir
	}
	p := &writer{Options: o, src: new(source.Files)}
	fs = finding.Sorted(fs)
	for _, f := range formats {
		if f.name != format {
			continue
		}
		if err := f.write(p, fs); err != nil {
			return err
		}
	}
	_, err := w.Write(p.out.Bytes())
	return err
}

// fresh returns the findings that no baseline knows.
func fresh(fs []Finding) []Finding {
	var out []Finding
	for _, f := range fs {
		if !f.Known {
			out = append(out, f)
		}
	}
	return out
}

// relative returns name relative to dir, if it is below it.
func relative(dir, name string) (string, bool) {
	if dir == "" || !filepath.IsAbs(name) {
		return name, !filepath.IsAbs(name)
	}
	rel, err := filepath.Rel(dir, name)
	if err != nil || !filepath.IsLocal(rel) {
		return name, false
	}
	return rel, true
}

// shownFile is a file name for people: relative to Dir, with nothing in it
// that a terminal takes for a command.
func (w *writer) shownFile(name string) string {
	rel, _ := relative(w.Dir, name)
	return printable(rel)
}

// uri returns the percent-encoded URI of a file: relative to Root if it is
// below it, else absolute.
func (w *writer) uri(name string) (uri string, isRelative bool) {
	rel, ok := relative(w.Root, name)
	if !ok {
		return fileURI(filepath.ToSlash(rel)), false
	}
	return (&url.URL{Path: filepath.ToSlash(rel)}).String(), true
}

// fileURI is the URI of an absolute name: /dir/file or C:/dir/file.
func fileURI(name string) string {
	return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(name, "/")}).String()
}
