package report

import (
	"encoding/json"
	"fmt"
	"go/token"
	"slices"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/baseline"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
	"github.com/ciolint/ciolint/internal/catalog"
)

// baseID stands for Options.Root. The log does not say where that is, so that
// the same findings make the same log on every machine.
const baseID = "%SRCROOT%"

const repository = "https://github.com/ciolint/ciolint"

func (w *writer) sarif(fs []Finding) error {
	driver := sarifDriver{Name: "ciolint", Version: w.Version, URI: repository, Rules: []sarifRule{}}
	for _, r := range w.Rules {
		driver.Rules = append(driver.Rules, ruleOf(r))
	}
	results := []sarifResult{}
	prints := baseline.Fingerprints(fs, w.src)
	for i, f := range fs {
		index := slices.IndexFunc(driver.Rules, func(r sarifRule) bool { return r.ID == f.Rule })
		if index < 0 { // no rule of the catalogue: a directive that is wrong, say
			index = len(driver.Rules)
			driver.Rules = append(driver.Rules, sarifRule{ID: f.Rule})
		}
		r := w.result(f)
		r.RuleIndex = index
		r.Prints = map[string]string{baseline.Scheme: prints[i]}
		results = append(results, r)
	}
	data, err := json.MarshalIndent(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool:     sarifTool{driver},
			BaseIDs:  map[string]sarifArtifact{baseID: {Description: &sarifText{Text: "The root of the source tree."}}},
			Columns:  "utf16CodeUnits",
			Results:  results,
			Language: "en-US",
		}},
	}, "", "  ")
	if err != nil {
		return err
	}
	w.out.Write(append(data, '\n'))
	return nil
}

// ruleOf is a rule of the catalogue with its help, which GitHub shows as
// markdown and others as text.
func ruleOf(r catalog.Rule) sarifRule {
	text := fmt.Sprintf("Reports: %s.\n\n%s\n\nReported:\n\n%s\n\nFine:\n\n%s\n\n%s", r.Title, r.Why, r.Bad, r.Good, r.Fix)
	markdown := fmt.Sprintf("Reports: %s.\n\n%s\n\n```go\n// reported\n%s\n// fine\n%s\n```\n\n%s", r.Title, r.Why, r.Bad, r.Good, r.Fix)
	return sarifRule{
		ID:      r.Name,
		Short:   &sarifText{Text: sentence(r.Title)},
		Full:    &sarifText{Text: r.Why},
		Help:    &sarifText{Text: text, Markdown: markdown},
		HelpURI: repository + "#" + r.Name,
		Default: &sarifConfiguration{Level: finding.Error},
		Props:   &sarifProperties{Tags: []string{"security", "privacy"}},
	}
}

// sentence gives a title a capital letter and a full stop.
func sentence(title string) string {
	if title == "" {
		return ""
	}
	if c := title[0]; 'a' <= c && c <= 'z' {
		title = string(c-'a'+'A') + title[1:]
	}
	return title + "."
}

func (w *writer) result(f Finding) sarifResult {
	r := sarifResult{
		RuleID:    f.Rule,
		Level:     f.Level(),
		Message:   sarifText{Text: f.Message},
		Locations: []sarifLocation{},
		Fixes:     w.fixes(f),
	}
	if f.Pos.Filename != "" {
		r.Locations = append(r.Locations, sarifLocation{Physical: w.physical(f.Pos, f.Extent())})
	}
	var flow []sarifFlowLocation
	for _, s := range f.Path {
		flow = append(flow, sarifFlowLocation{sarifLocation{w.physical(s.Pos, s.Pos), &sarifText{Text: s.Message}}})
	}
	if len(flow) > 0 {
		r.CodeFlows = []sarifCodeFlow{{[]sarifThreadFlow{{flow}}}}
	}
	if f.Known {
		r.Suppressions = []sarifSuppression{{Kind: "external", Status: "accepted", Justification: "in the baseline"}}
	}
	return r
}

func (w *writer) artifact(name string) sarifArtifact {
	uri, isRelative := w.uri(name)
	if isRelative {
		return sarifArtifact{URI: uri, BaseID: baseID}
	}
	return sarifArtifact{URI: uri}
}

func (w *writer) physical(pos, end token.Position) sarifPhysical {
	p := sarifPhysical{Artifact: w.artifact(pos.Filename)}
	if pos.Line < 1 {
		return p
	}
	p.Region = &sarifRegion{StartLine: pos.Line}
	if pos.Column > 0 {
		p.Region.StartColumn = w.utf16(pos)
	}
	if end != pos {
		p.Region.EndLine = end.Line
		if end.Column > 0 {
			p.Region.EndColumn = w.utf16(end)
		}
	}
	return p
}

func (w *writer) utf16(pos token.Position) int {
	return w.src.UTF16(pos.Filename, pos.Line, pos.Column)
}

// fixes translates what -fix would do. A fix whose places cannot be found in
// the files as they are is left out.
func (w *writer) fixes(f Finding) []sarifFix {
	var out []sarifFix
	for _, fix := range f.Fixes {
		if changes, ok := w.changes(fix.Edits); ok {
			out = append(out, sarifFix{Description: sarifText{Text: fix.Message}, Changes: changes})
		}
	}
	return out
}

// changes groups edits by file, in the order in which the files occur.
func (w *writer) changes(edits []Edit) ([]sarifChange, bool) {
	var out []sarifChange
	at := map[string]int{}
	for _, e := range edits {
		line, column, ok := w.src.Place(e.File, e.Start)
		endLine, endColumn, okEnd := w.src.Place(e.File, e.End)
		if !ok || !okEnd || e.End < e.Start {
			return nil, false
		}
		i, seen := at[e.File]
		if !seen {
			i = len(out)
			at[e.File] = i
			out = append(out, sarifChange{Artifact: w.artifact(e.File)})
		}
		out[i].Replacements = append(out[i].Replacements, sarifReplacement{
			Deleted:  sarifRegion{line, column, endLine, endColumn},
			Inserted: &sarifText{Text: e.New},
		})
	}
	return out, len(out) > 0
}
