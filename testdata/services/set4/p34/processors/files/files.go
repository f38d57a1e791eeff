package files

import (
	"context"
	"os"
	"path/filepath"
)

type Processor struct{ Root string }

func (Processor) Name() string { return "files" }

func (p Processor) Forget(_ context.Context, userID string) error {
	return os.RemoveAll(filepath.Join(p.Root, filepath.Base(userID)))
}
