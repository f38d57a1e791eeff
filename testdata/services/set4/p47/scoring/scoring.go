package scoring

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
)

type Bureau string

func (b Bureau) Score(ctx context.Context, fields map[string]any) (int, error) {
	body, err := json.Marshal(fields)
	if err != nil {
		return 0, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, string(b)+"/scores", bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	var answer struct{ Score int }
	return answer.Score, json.NewDecoder(res.Body).Decode(&answer)
}
