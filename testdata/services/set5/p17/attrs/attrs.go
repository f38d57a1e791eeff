// Package attrs turns values into attributes.
package attrs

import (
	"encoding/json"
	"fmt"
)

// From returns v as attributes, by its JSON form.
func From[T any](v T) (map[string]any, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("attrs: %w", err)
	}
	var out map[string]any
	if err := json.Unmarshal(raw, &out); err != nil {
		return nil, fmt.Errorf("attrs: %T is no object: %w", v, err)
	}
	return out, nil
}
