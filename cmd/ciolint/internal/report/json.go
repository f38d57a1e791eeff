package report

import (
	"encoding/json"
	"go/token"
)

// The shape of golang.org/x/tools' -json, which go vet -json has, too: package,
// analyzer, list of diagnostics. File names are absolute, columns and offsets
// in bytes.
type (
	jsonTree map[string]map[string][]jsonDiagnostic

	jsonDiagnostic struct {
		Category       string        `json:"category,omitempty"`
		Posn           string        `json:"posn"`
		End            string        `json:"end"`
		Message        string        `json:"message"`
		SuggestedFixes []jsonFix     `json:"suggested_fixes,omitempty"`
		Related        []jsonRelated `json:"related,omitempty"`
	}

	jsonFix struct {
		Message string     `json:"message"`
		Edits   []jsonEdit `json:"edits"`
	}

	jsonEdit struct {
		Filename string `json:"filename"`
		Start    int    `json:"start"`
		End      int    `json:"end"`
		New      string `json:"new"`
	}

	jsonRelated struct {
		Posn    string `json:"posn"`
		End     string `json:"end"`
		Message string `json:"message"`
	}
)

func (w *writer) json(fs []Finding) error {
	tree := jsonTree{}
	for _, f := range fresh(fs) {
		if tree[f.Package] == nil {
			tree[f.Package] = map[string][]jsonDiagnostic{}
		}
		tree[f.Package]["ciolint"] = append(tree[f.Package]["ciolint"], diagnostic(f))
	}
	data, err := json.MarshalIndent(tree, "", "\t")
	if err != nil {
		return err
	}
	w.out.Write(append(data, '\n'))
	return nil
}

func diagnostic(f Finding) jsonDiagnostic {
	d := jsonDiagnostic{Category: f.Rule, Posn: f.Pos.String(), End: orAt(f.End, f.Pos), Message: f.Message}
	for _, s := range f.Path {
		d.Related = append(d.Related, jsonRelated{Posn: s.Pos.String(), End: s.Pos.String(), Message: s.Message})
	}
	for _, fix := range f.Fixes {
		var edits []jsonEdit
		for _, e := range fix.Edits {
			edits = append(edits, jsonEdit{Filename: e.File, Start: e.Start, End: e.End, New: e.New})
		}
		d.SuggestedFixes = append(d.SuggestedFixes, jsonFix{fix.Message, edits})
	}
	return d
}

func orAt(end, pos token.Position) string {
	if !end.IsValid() {
		return pos.String()
	}
	return end.String()
}
