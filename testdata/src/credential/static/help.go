package static

import (
	"testing"

	"github.com/ciolint/ciolint/runtime/credential"
)

// fake helps tests, in packages that have many.
func fake(t *testing.T) credential.Source {
	t.Helper()
	return credential.Static("00112233445566778899")
}
