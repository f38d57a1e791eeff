package policy

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/ciolint/ciolint/internal/scratch"
)

// TestCheck: what no package imports is looked up, too.
func TestCheck(t *testing.T) {
	root := scratch.Tree(t, map[string]string{
		"go.mod":     "module example.com/app\n\ngo 1.26\n",
		"app.go":     "package app\n",
		"crm/crm.go": "package crm\n\nfunc Send(m map[string]any) {}\n\nfunc hidden() string { return \"\" }\n",
	})
	cfg := packages.Config{Dir: root, Env: scratch.Env()}
	check := func(text string, seen func(string) bool) string {
		t.Helper()
		scratch.Write(t, filepath.Join(root, ".ciolint.yml"), text)
		if err := Check(cfg, "", seen); err != nil {
			return strings.ReplaceAll(err.Error(), root+string(filepath.Separator), "")
		}
		return ""
	}
	for text, want := range map[string]string{
		"": "",
		"tests: true\nsinks:\n  - function: example.com/app/crm.Send\n    arguments: {0: attributes}\n": "",
		"sources: [{function: example.com/app/crm.hidden, class: hash}]\n":                              "",
		"sanitizers: [strings.ToUpper]\n":                                                               "",
		"tests: 1\n":                                                                                    ".ciolint.yml:1:8: this is a number, want true or false",
		"sanitizers: [example.com/app/crm.Sendd]\n":                                                     ".ciolint.yml:1:14: example.com/app/crm.Sendd does not exist: package example.com/app/crm has no function Sendd; correct the name",
		"sanitizers: [example.com/app/cmr.Send]\n":                                                      ".ciolint.yml:1:14: example.com/app/cmr.Send does not exist: there is no package example.com/app/cmr; correct the import path, or require its module in go.mod",
		"sanitizers: [stringz.ToUpper]\n":                                                               ".ciolint.yml:1:14: stringz.ToUpper does not exist: there is no package stringz; correct the import path, or require its module in go.mod",
	} {
		if got := check(text, nil); got != want {
			t.Errorf("%s: %s\nwant %s", text, got, want)
		}
	}
	if got := check("sanitizers: [stringz.ToUpper]\n", func(path string) bool { return path == "stringz" }); got != "" {
		t.Errorf("left to the analyzer, but %s", got)
	}
	other := filepath.Join(root, "other.yml")
	scratch.Write(t, other, "tests: 1\n")
	if err := Check(cfg, other, nil); err == nil {
		t.Error("the file that was named is not read")
	}
}
