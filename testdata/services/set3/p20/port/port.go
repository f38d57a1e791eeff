// Package port has the ports of the HR suite.
package port

import "context"

// Writer writes a document about somebody.
type Writer interface {
	Write(ctx context.Context, about string, doc map[string]any) error
}
