package forget

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	customerio "github.com/customerio/go-customerio/v3"
)

type Vendor struct {
	Site, Key string
	Client    *customerio.CustomerIO
}

func (v *Vendor) suppress(ctx context.Context, id string) error {
	u := "https://track.customer.io/api/v1/customers/" + url.PathEscape(id) + "/suppress"
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u, nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(v.Site, v.Key)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("suppress: %s", res.Status)
	}
	return nil
}

// Person suppresses and deletes one person.
func (v *Vendor) Person(ctx context.Context, id string) error {
	if err := v.suppress(ctx, id); err != nil {
		return err
	}
	return v.Client.DeleteCtx(ctx, id)
}
