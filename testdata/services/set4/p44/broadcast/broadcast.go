package broadcast

import (
	"context"
	"fmt"
	"slices"

	customerio "github.com/customerio/go-customerio/v3"
)

type Rower interface{ Row() map[string]any }

const perCall = 1000

// Send triggers the broadcast for everybody, a thousand at a time.
func Send[T Rower](ctx context.Context, api *customerio.APIClient, id int, data map[string]any, people []T) error {
	for chunk := range slices.Chunk(people, perCall) {
		rows := make([]map[string]any, len(chunk))
		for i, p := range chunk {
			rows[i] = p.Row()
		}
		ignore := true
		_, err := api.TriggerBroadcast(ctx, id, data,
			customerio.BroadcastRecipients{PerUserData: rows},
			customerio.BroadcastOptions{IDIgnoreMissing: &ignore})
		if err != nil {
			return fmt.Errorf("broadcast %d: %w", id, err)
		}
	}
	return nil
}
