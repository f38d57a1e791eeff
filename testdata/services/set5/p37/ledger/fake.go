package ledger

import (
	"context"
	"fmt"
	"sync/atomic"
)

type Fake struct{ n atomic.Int64 }

func (f *Fake) Transfer(_ context.Context, account string, cents int64) (string, error) {
	if account == "" || cents <= 0 {
		return "", fmt.Errorf("ledger: nothing to transfer")
	}
	return fmt.Sprintf("PO-%06d", f.n.Add(1)), nil
}
