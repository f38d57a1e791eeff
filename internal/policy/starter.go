package policy

import _ "embed"

//go:embed starter.yml
var starter []byte

//go:embed schema.json
var schema []byte

// Starter returns a policy with comments to begin with.
func Starter() []byte { return append([]byte(nil), starter...) }

// Schema returns the JSON schema of a policy.
func Schema() []byte { return append([]byte(nil), schema...) }
