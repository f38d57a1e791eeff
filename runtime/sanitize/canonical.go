package sanitize

import (
	"encoding/json"
	"maps"
	"slices"
)

// canonical is the text of which a map or struct is digested, the same wherever the same data comes from: JSON
// without spaces, keys in byte order, numbers in decimal form, strings as encoding/json writes them without HTML
// escapes.
func canonical(v any) ([]byte, error) {
	data, err := encode(v)
	if err != nil {
		return nil, err
	}
	tree, _, err := decode(data)
	if err != nil {
		return nil, err
	}
	return encode(decimals(tree))
}

// decimals brings all numbers of a decoded tree to decimal form.
func decimals(tree any) any {
	switch x := tree.(type) {
	case json.Number:
		return json.Number(decimalNumber(string(x)))
	case []any:
		for i := range x {
			x[i] = decimals(x[i])
		}
	case map[string]any:
		for _, key := range slices.Collect(maps.Keys(x)) {
			x[key] = decimals(x[key])
		}
	}
	return tree
}
