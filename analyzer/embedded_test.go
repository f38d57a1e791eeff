package analyzer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// TestEmbeddedIsBounded: files are read until they are too long together. The
// others are there, and unread.
func TestEmbeddedIsBounded(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, size := range map[string]int{"a.txt": 10, "b.txt": limit.Embedded.Max, "c/d.txt": 20} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(strings.Repeat("x", size)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got := map[string]bool{}
	for _, f := range filesOf(dir, []string{"*.txt", "c", "none", "[bad"}) {
		got[f.Name] = f.Text != nil
	}
	if len(got) != 3 || !got["a.txt"] || got["b.txt"] || !got["c/d.txt"] {
		t.Errorf("read: %v", got)
	}
}
