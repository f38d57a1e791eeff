module github.com/customerio/go-customerio/v3

go 1.26
