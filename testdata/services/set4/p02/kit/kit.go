package kit

import "encoding/json"

// Fields returns v as JSON shows it.
func Fields[T any](v T) (map[string]any, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	out := make(map[string]any)
	return out, json.Unmarshal(raw, &out)
}
