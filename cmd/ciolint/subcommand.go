package main

import (
	"context"
	"io"
)

// subcommands are the words that are not package patterns when they come first.
var subcommands = map[string]func(ctx context.Context, args []string, stdout, stderr io.Writer) error{}
