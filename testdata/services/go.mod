module services

go 1.26.0

require (
	github.com/ciolint/ciolint v0.0.0
	github.com/customerio/go-customerio/v3 v3.11.0
)

replace (
	github.com/ciolint/ciolint => ../..
	github.com/customerio/go-customerio/v3 => ./stub
)
