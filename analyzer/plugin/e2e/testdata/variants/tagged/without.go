//go:build !staging

package tagged

func withTag(m map[string]any) map[string]any { return m }
