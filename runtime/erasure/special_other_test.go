//go:build !unix

package erasure_test

import (
	"errors"
	"testing"
)

func specialFiles(*testing.T) []string { return nil }

const canFillDisk = false

func fillDisk(string, int64) error { return errors.ErrUnsupported }
