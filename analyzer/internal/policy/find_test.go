package policy

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/ciolint/ciolint/runtime/pii"
)

// TestLoad: a file is parsed once, by whoever comes first, and again when it
// changed, even if neither its size nor its time did.
func TestLoad(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), FileName)
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("keys: {hash: [a]}\n")
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	var all [8]*Policy
	var wg sync.WaitGroup
	for i := range all {
		wg.Go(func() { all[i], _ = Load(file, testRules) })
	}
	wg.Wait()
	for _, p := range all {
		if p == nil || p != all[0] {
			t.Fatal("not parsed once")
		}
	}
	write("keys: {hash: [b]}\n")
	if err := os.Chtimes(file, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	p, err := Load(file, testRules)
	if err != nil || p.Class("b") != pii.Hash || p.Class("a") != pii.Keep {
		t.Errorf("stale: %v, %v", p, err)
	}
	write("keys: 1\n")
	if _, err := Load(file, testRules); err == nil {
		t.Error("a broken file holds")
	}
	write("keys: {hash: [b]}\n")
	if _, err := Load(file, testRules); err != nil {
		t.Errorf("mended: %v", err)
	}
}
