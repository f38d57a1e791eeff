// A module of its own, so that a JSON schema library is no dependency of ciolint.
module github.com/ciolint/ciolint/cmd/ciolint/internal/report/sarifschema

go 1.26.0

require (
	github.com/ciolint/ciolint v0.0.0
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
)

require (
	github.com/clipperhouse/uax29/v2 v2.2.0 // indirect
	github.com/mattn/go-runewidth v0.0.31 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/term v0.47.0 // indirect
	golang.org/x/text v0.14.0 // indirect
)

replace github.com/ciolint/ciolint => ../../../../..
