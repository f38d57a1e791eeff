package main

import (
	"flag"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/report"
	"github.com/ciolint/ciolint/internal/policy"
)

// firstCells returns the first cells of a section's table, without its head.
func firstCells(section string) []string {
	var list []string
	for line := range strings.Lines(section) {
		if cells := strings.Split(line, "|"); len(cells) > 2 && cells[0] == "" {
			list = append(list, strings.TrimSpace(cells[1]))
		}
	}
	return list[min(2, len(list)):]
}

var inBackquotes = regexp.MustCompile("`([^`]+)`")

// words returns the first word of each text in backquotes.
func words(cells []string) []string {
	var list []string
	for _, cell := range cells {
		for _, m := range inBackquotes.FindAllStringSubmatch(cell, -1) {
			list = append(list, strings.Fields(m[1])[0])
		}
	}
	return list
}

// sameSet compares two lists without their order.
func sameSet(t *testing.T, what string, got, want []string) {
	t.Helper()
	got, want = slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))
	if !slices.Equal(got, want) {
		t.Errorf("the README's %s: %q, want %q", what, got, want)
	}
}

// TestReadmeTables compares the tables of the README with the command.
func TestReadmeTables(t *testing.T) {
	p := readPage(t, "README.md")

	var flags []string
	o := &options{analyzer: analyzer.New()}
	o.flagSet().VisitAll(func(f *flag.Flag) { flags = append(flags, "-"+f.Name) })
	sameSet(t, "flags", words(firstCells(p.section(t, "### Flags"))), flags)

	var codes []string
	for _, code := range []int{exitClean, exitFailed, exitFindings, exitInterrupted} {
		codes = append(codes, strconv.Itoa(code))
	}
	sameSet(t, "exit codes", firstCells(p.section(t, "### Exit codes")), codes)
	sameSet(t, "formats", words(firstCells(p.section(t, "### What it prints"))), report.Formats())

	synopsis := p.section(t, "## The command")
	for name := range subcommands {
		if !strings.Contains(synopsis, "\nciolint "+name+" ") {
			t.Errorf("the README's list of commands lacks %s", name)
		}
	}
}

// TestRolesOfThePolicyPage compares the table of roles with the schema.
func TestRolesOfThePolicyPage(t *testing.T) {
	var schema struct {
		Defs struct {
			Role struct{ Enum []string }
		} `json:"$defs"`
	}
	decodeJSON(t, policy.Schema(), &schema)
	sameSet(t, "roles", words(firstCells(readPage(t, "docs/policy.md").section(t, "## Functions"))), schema.Defs.Role.Enum)
}

// TestFirstCells: a table that is not found would compare as an empty one.
func TestFirstCells(t *testing.T) {
	got := firstCells("text\n\n| a | b |\n|---|---|\n| `-x`, `-y z` | 1 |\n| 3 | 2 |\n")
	if fmt.Sprint(got) != "[`-x`, `-y z` 3]" {
		t.Error(got)
	}
	if got := words(got); fmt.Sprint(got) != "[-x -y]" {
		t.Error(got)
	}
}
