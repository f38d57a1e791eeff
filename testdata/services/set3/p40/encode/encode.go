// Package encode makes attributes of records.
package encode

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Attributes returns what the JSON form of a record has.
func Attributes[T any](record T) (map[string]any, error) {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(record); err != nil {
		return nil, fmt.Errorf("encode %T: %w", record, err)
	}
	out := map[string]any{}
	if err := json.NewDecoder(&buf).Decode(&out); err != nil {
		return nil, fmt.Errorf("decode %T: %w", record, err)
	}
	return out, nil
}
