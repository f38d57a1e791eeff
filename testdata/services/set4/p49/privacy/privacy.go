// Package privacy implements the record of processing activities, annex C.
package privacy

import "strings"

var annexC = []string{"plan", "locale", "listing_", "rating"}

// Filter keeps what annex C lists.
//
//ciolint:sanitizer
func Filter(m map[string]any) map[string]any {
	out := make(map[string]any, len(m))
	for k, v := range m {
		for _, allowed := range annexC {
			if k == allowed || strings.HasSuffix(allowed, "_") && strings.HasPrefix(k, allowed) {
				out[k] = v
			}
		}
	}
	return out
}
