// Package archive keeps old orders on disk.
package archive

import (
	"context"
	"os"
	"path/filepath"
)

// Dir is an archive.
type Dir string

// Erase removes what is kept of a person.
func (d Dir) Erase(_ context.Context, person string) error {
	return os.RemoveAll(filepath.Join(string(d), filepath.Base(person)))
}
