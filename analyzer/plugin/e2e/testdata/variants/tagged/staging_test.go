//go:build staging

package tagged

import "testing"

func TestWithTag(t *testing.T) {
	if len(withTag(map[string]any{})) != 1 {
		t.Error("the tag adds an entry")
	}
}
