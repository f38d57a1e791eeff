package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A page is Markdown for users: the README or one of docs.
type page struct {
	name string // relative to the root of the repository
	text string
}

func pages(t *testing.T) []page {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(repository(t), "docs", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages in docs: %v", err)
	}
	list := []page{readPage(t, "README.md")}
	for _, file := range files {
		list = append(list, readPage(t, "docs/"+filepath.Base(file)))
	}
	return list
}

func readPage(t *testing.T, name string) page {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(repository(t), filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return page{name, string(text)}
}

var fence = regexp.MustCompile("(?ms)^```([a-z]*)\n(.*?)^```$")

// blocks returns the code blocks of a language.
func (p page) blocks(language string) []string {
	var list []string
	for _, m := range fence.FindAllStringSubmatch(p.text, -1) {
		if m[1] == language {
			list = append(list, m[2])
		}
	}
	return list
}

// section returns what stands between a heading and the next one.
func (p page) section(t *testing.T, heading string) string {
	t.Helper()
	_, after, ok := strings.Cut(p.text, "\n"+heading+"\n")
	if !ok {
		t.Fatalf("%s lacks %q", p.name, heading)
	}
	text, _, _ := strings.Cut(after, "\n#")
	return text
}

var heading = regexp.MustCompile(`(?m)^#+ (.*)$`)

// anchors are the headings as links name them.
func (p page) anchors() map[string]bool {
	set := map[string]bool{}
	for _, m := range heading.FindAllStringSubmatch(fence.ReplaceAllString(p.text, ""), -1) {
		set[anchor(m[1])] = true
	}
	return set
}

// anchor is how GitHub makes the name of a heading.
func anchor(heading string) string {
	return strings.ReplaceAll(regexp.MustCompile("[^a-z0-9 _-]").ReplaceAllString(strings.ToLower(heading), ""), " ", "-")
}

var link = regexp.MustCompile(`\]\(([^)\s]+)\)`)

// contributorPages are the pages at the root for those who work on ciolint:
// their commands are not run.
var contributorPages = []string{"CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"}

// TestLinksOfPages follows the links inside the repository.
func TestLinksOfPages(t *testing.T) {
	all := pages(t)
	for _, name := range contributorPages {
		all = append(all, readPage(t, name))
	}
	for _, p := range all {
		for _, m := range link.FindAllStringSubmatch(fence.ReplaceAllString(p.text, ""), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			file, fragment, _ := strings.Cut(m[1], "#")
			target := p
			if file != "" {
				name := filepath.Join(filepath.Dir(p.name), filepath.FromSlash(file))
				if _, err := os.Stat(filepath.Join(repository(t), name)); err != nil {
					t.Errorf("%s links to %s: %v", p.name, m[1], err)
					continue
				}
				if fragment != "" {
					target = readPage(t, filepath.ToSlash(name))
				}
			}
			if fragment != "" && !target.anchors()[fragment] {
				t.Errorf("%s links to %s: there is no such heading", p.name, m[1])
			}
		}
	}
}

// TestReadmeContents: the list at the top names every chapter.
func TestReadmeContents(t *testing.T) {
	p := readPage(t, "README.md")
	contents, _, _ := strings.Cut(p.text, "\n## ")
	for _, m := range regexp.MustCompile(`(?m)^##+ (.*)$`).FindAllStringSubmatch(fence.ReplaceAllString(p.text, ""), -1) {
		if !strings.Contains(contents, "](#"+anchor(m[1])+")") {
			t.Errorf("the contents lack %q", m[1])
		}
	}
}
