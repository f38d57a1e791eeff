package ssautil

import "github.com/ciolint/ciolint/internal/relevance"

// IsStandard reports whether an import path belongs to the standard library,
// see [relevance.IsStandard].
func IsStandard(path string) bool { return relevance.IsStandard(path) }
