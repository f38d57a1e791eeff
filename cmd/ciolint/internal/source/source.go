// Package source reads the files that findings point into: lines to show,
// with every value masked that a report must not repeat, the functions that
// enclose a line, and columns in the units of other programs.
//
// A report goes to terminals, build logs and dashboards, so that an excerpt
// must not become a leak of its own: mask.go says what is shown.
//
// A file that cannot be read, or that has changed since it was analyzed, is no
// error: what is asked for is then not there.
package source

import (
	"bytes"
	"os"
)

// Files reads files, each once. It must not be used concurrently.
type Files struct {
	files map[string]*file
}

// file is one file. The lazily made parts are nil until they are needed.
type file struct {
	text  []byte
	lines []int // where each line begins
	masks []mask
	decls []decl
	lexed bool
	read  bool // decls was made
}

// maxSize bounds what is read. The largest generated files are smaller.
const maxSize = 64 << 20

// open returns the file of that name, or nil if it cannot be shown.
func (s *Files) open(name string) *file {
	if f, ok := s.files[name]; ok {
		return f
	}
	if s.files == nil {
		s.files = map[string]*file{}
	}
	s.files[name] = load(name)
	return s.files[name]
}

func load(name string) *file {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxSize {
		return nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	f := &file{text: text, lines: []int{0}}
	for i, b := range text {
		if b == '\n' {
			f.lines = append(f.lines, i+1)
		}
	}
	return f
}

// span returns where line n, counted from 1, begins and ends, without its
// line break.
func (f *file) span(n int) (start, end int, ok bool) {
	if f == nil || n < 1 || n > len(f.lines) {
		return 0, 0, false
	}
	start, end = f.lines[n-1], len(f.text)
	if n < len(f.lines) {
		end = f.lines[n] - 1
	}
	return start, start + len(bytes.TrimSuffix(f.text[start:end], []byte("\r"))), true
}

// UTF16 returns a column, in bytes from 1, in UTF-16 code units from 1. If the
// file has no such place, the column stays as it is. A byte that is not UTF-8
// counts as the one character that decoders replace it by.
func (s *Files) UTF16(name string, line, column int) int {
	start, end, ok := s.open(name).span(line)
	if !ok || column < 1 || start+column-1 > end {
		return column
	}
	units := 0
	for _, r := range string(s.open(name).text[start : start+column-1]) {
		units++
		if r > 0xFFFF {
			units++
		}
	}
	return units + 1
}

// Place returns the line and the column, in UTF-16 code units, of a byte
// offset.
func (s *Files) Place(name string, offset int) (line, column int, ok bool) {
	f := s.open(name)
	if f == nil || offset < 0 || offset > len(f.text) {
		return 0, 0, false
	}
	line = 1
	for line < len(f.lines) && f.lines[line] <= offset {
		line++
	}
	start, end, _ := f.span(line)
	return line, s.UTF16(name, line, min(offset, end)-start+1), true
}
