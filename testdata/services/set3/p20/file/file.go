// Package file writes documents as files.
package file

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
)

// Writer writes into a folder.
type Writer struct{ Dir string }

// Write implements port.Writer.
func (w Writer) Write(_ context.Context, about string, doc map[string]any) error {
	b, err := json.MarshalIndent(doc, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(w.Dir, filepath.Base(about)+".json"), b, 0o600)
}
