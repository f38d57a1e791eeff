package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// Read reads a baseline. Everything that a Write would not have written is an
// error with the file and the line, because a part that is misunderstood hides
// a leak or invents one: an unknown version or field, a number of occurrences
// below 1, a fingerprint twice, or one that does not belong to the rule, the
// package, the function and the message beside it, so that what a reviewer
// reads is what is accepted.
func Read(file string) (*Baseline, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("cannot read the baseline: %w", err)
	}
	b, err := parse(data)
	if e := (*lineError)(nil); errors.As(err, &e) {
		return nil, fmt.Errorf("%s:%d: %s", file, e.line, e.text)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	b.dir = dirOf(file)
	return b, nil
}

// lineError is a problem at a line of a baseline.
type lineError struct {
	line int
	text string
}

func (e *lineError) Error() string { return fmt.Sprintf("line %d: %s", e.line, e.text) }

// parser walks through the file token by token, since only the tokens of
// encoding/json have a place.
type parser struct {
	data []byte
	dec  *json.Decoder
}

func parse(data []byte) (*Baseline, error) {
	p := &parser{data, json.NewDecoder(bytes.NewReader(data))}
	var b Baseline
	if err := p.version(); err != nil {
		return nil, err
	}
	err := p.object("version, findings", func(key string) (bool, error) {
		switch key {
		case "version":
			return true, p.value(&b.Version, "a number")
		case "findings":
			return true, p.list(&b)
		}
		return false, nil
	})
	if err != nil {
		return nil, err
	}
	if b.Findings == nil {
		return nil, p.errorf("no findings: want a list, which may be empty")
	}
	if _, err := p.dec.Token(); err != io.EOF {
		return nil, p.errorf("there is something behind the baseline: a merge that went wrong? Write it anew with -write-baseline")
	}
	return &b, nil
}

// version looks at the version before anything else, so that the file of a
// later ciolint is not called broken.
func (p *parser) version() error {
	var head struct {
		Version *int `json:"version"`
	}
	if err := json.Unmarshal(p.data, &head); err != nil {
		return nil // the walk finds it, or what comes before it, at its place
	}
	switch {
	case head.Version == nil:
		return p.errorf("no version: this is no baseline that ciolint -write-baseline has written")
	case *head.Version != version:
		return p.errorf("version %d is unknown, this ciolint knows %d: use the ciolint that wrote the baseline, or write it anew with -write-baseline", *head.Version, version)
	}
	return nil
}

func (p *parser) list(b *Baseline) error {
	if err := p.delim('[', "a list of findings"); err != nil {
		return err
	}
	b.Findings = []Entry{}
	seen := map[string]int{}
	for p.dec.More() {
		e, line, err := p.entry()
		if err != nil {
			return err
		}
		if first, twice := seen[e.Fingerprint]; twice {
			return &lineError{line, fmt.Sprintf("the same finding as in line %d: write the baseline anew with -write-baseline", first)}
		}
		seen[e.Fingerprint] = line
		b.Findings = append(b.Findings, e)
	}
	return p.delim(']', "the end of the findings")
}

func (p *parser) entry() (e Entry, line int, err error) {
	const keys = "rule, package, function, file, message, count, fingerprint"
	fields := map[string]*string{
		"rule": &e.Rule, "package": &e.Package, "function": &e.Function, "file": &e.File, "message": &e.Message, "fingerprint": &e.Fingerprint,
	}
	err = p.object(keys, func(key string) (bool, error) {
		if line == 0 {
			line = p.line()
		}
		if key == "count" {
			return true, p.value(&e.Count, "a number")
		}
		field, ok := fields[key]
		if !ok {
			return false, nil
		}
		return true, p.value(field, "a string")
	})
	switch {
	case err != nil:
	case line == 0:
		err = p.errorf("an empty finding")
	case e.Count < 1:
		err = &lineError{line, fmt.Sprintf("count is %d: a finding occurs at least once", e.Count)}
	case e.Fingerprint != e.identity().fingerprint():
		err = &lineError{line, "the fingerprint does not belong to this rule, package, function and message: do not edit the file, write it with -write-baseline"}
	}
	return e, line, err
}

// object reads an object, of which field reads the values; it says whether it
// knows the key.
func (p *parser) object(keys string, field func(key string) (bool, error)) error {
	if err := p.delim('{', "an object"); err != nil {
		return err
	}
	seen := map[string]bool{}
	for p.dec.More() {
		tok, err := p.dec.Token()
		if err != nil {
			return p.broken(err)
		}
		key, _ := tok.(string) // the decoder accepts nothing else
		if seen[key] {
			return p.errorf("%q occurs twice", key)
		}
		seen[key] = true
		known, err := field(key)
		if err != nil {
			return err
		}
		if !known {
			return p.errorf("unknown field %q: want %s", key, keys)
		}
	}
	return p.delim('}', "the end of the object")
}

func (p *parser) value(v any, want string) error {
	err := p.dec.Decode(v)
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return p.errorf("%s is no value here: want %s", wrong.Value, want)
	}
	return p.broken(err)
}

func (p *parser) delim(d json.Delim, want string) error {
	tok, err := p.dec.Token()
	if err != nil {
		return p.broken(err)
	}
	if tok != d {
		return p.errorf("want %s", want)
	}
	return nil
}

// broken says where a text stops to be JSON.
func (p *parser) broken(err error) error {
	var syntax *json.SyntaxError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &syntax):
		return &lineError{p.lineAt(p.next()), fmt.Sprintf("this is not JSON: %v", err)}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return &lineError{p.lineAt(int64(len(p.data))), "the file ends too early: this is not JSON"}
	}
	return p.errorf("%v", err)
}

func (p *parser) errorf(format string, args ...any) error {
	return &lineError{p.line(), fmt.Sprintf(format, args...)}
}

// next is where the first token begins that was not read. The offset of a
// syntax error is not used: it may be that of the space before it.
func (p *parser) next() int64 {
	at := p.dec.InputOffset()
	rest := p.data[at:]
	return at + int64(len(rest)-len(bytes.TrimLeft(rest, " \t\r\n,:")))
}

// line is the line of the token read last.
func (p *parser) line() int { return p.lineAt(p.dec.InputOffset()) }

func (p *parser) lineAt(offset int64) int {
	return 1 + bytes.Count(p.data[:min(offset, int64(len(p.data)))], []byte("\n"))
}
