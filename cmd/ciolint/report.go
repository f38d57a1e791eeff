package main

import (
	"fmt"
	"io"
	"os"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/baseline"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/report"
	"github.com/ciolint/ciolint/internal/catalog"
)

// report writes the findings in the format that was asked for.
func (o *options) report(w io.Writer, fs []finding.Finding) error {
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	terminal, width := report.TerminalFor(w)
	return report.Write(w, o.format, fs, report.Options{
		Dir: dir, Root: report.Root(dir),
		Terminal: terminal, Width: width, Color: report.ColorFor(w),
		Rules: catalog.All(), Version: version(),
	})
}

// readBaseline returns nil if none was asked for.
func (o *options) readBaseline() (*baseline.Baseline, error) {
	if o.baseline == "" {
		return nil, nil
	}
	return baseline.Read(o.baseline)
}

// filter marks what the baseline knows and returns the number of the others.
func (out *outcome) filter(known *baseline.Baseline, stderr io.Writer) int {
	if known == nil {
		return len(out.found)
	}
	fresh, old, stale := known.Filter(out.found, out.packages...)
	out.found = finding.Sorted(append(fresh, old...))
	if stale > 0 {
		fmt.Fprintf(stderr, "ciolint: %s of the baseline gone; -write-baseline forgets what is gone\n", count(stale))
	}
	return len(fresh)
}

func (out *outcome) writeBaseline(file string, stderr io.Writer) error {
	if err := baseline.Write(file, out.found, out.packages...); err != nil {
		return err
	}
	fmt.Fprintf(stderr, "ciolint: %s in %s\n", count(len(out.found)), file)
	return nil
}

// count says how many findings.
func count(n int) string {
	if n == 1 {
		return "1 finding"
	}
	return fmt.Sprintf("%d findings", n)
}
