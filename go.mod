module github.com/ciolint/ciolint

go 1.26.0

require (
	github.com/golangci/plugin-module-register v0.1.2
	github.com/mattn/go-runewidth v0.0.31
	go.yaml.in/yaml/v4 v4.0.0
	golang.org/x/mod v0.42.0
	golang.org/x/term v0.47.0
	golang.org/x/tools v0.52.0
)

require (
	github.com/clipperhouse/uax29/v2 v2.2.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
)
