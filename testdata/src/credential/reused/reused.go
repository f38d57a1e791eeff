// Mode: always.

// Package reused has one key in several places, not all of them to blame.
package reused

import customerio "github.com/customerio/go-customerio/v3"

func isExample(k string) bool { return k == "5d0c9c1e5f2a7b3d4a6f8e0c11223344" }

var key = "5d0c9c1e5f2a7b3d4a6f8e0c11223344" // want `hardcoded App API key "5d0c…" \(32 characters\)`

var other = "5d0c9c1e5f2a7b3d4a6f8e0c11223344" // want `hardcoded App API key "5d0c…" \(32 characters\)`

func a() *customerio.APIClient { return customerio.NewAPIClient(key) }

func b() *customerio.APIClient { return customerio.NewAPIClient(other) }
