package airline

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

type API struct {
	Base string
	HTTP *http.Client
}

func (a *API) Submit(ctx context.Context, locator string, fields map[string]string) error {
	body, err := json.Marshal(fields)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, a.Base+"/apis/"+locator, bytes.NewReader(body))
	if err != nil {
		return err
	}
	res, err := a.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode/100 != 2 {
		return fmt.Errorf("airline: %s", res.Status)
	}
	return nil
}
