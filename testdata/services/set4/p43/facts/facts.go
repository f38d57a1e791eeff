package facts

import "maps"

type Provider func(user string) map[string]any

// All merges what the providers say.
func All(user string, ps ...Provider) map[string]any {
	out := make(map[string]any)
	for _, p := range ps {
		maps.Copy(out, p(user))
	}
	return out
}
