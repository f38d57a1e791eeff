package credential

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// TrackVerifier checks a Track pair without touching any data: GET /api/v1/accounts/region. Its method [TrackVerifier.Verify]
// goes into [Config.Verify].
type TrackVerifier struct {
	// Region is the one the account must be in; required. Either host answers for accounts of both regions, so a right
	// key alone does not prove that data goes where it should.
	Region Region

	// EnvironmentID, when not 0, is the workspace the pair must belong to, as the API calls it: a key of another workspace
	// would work, and fill the wrong one.
	EnvironmentID int64

	// BaseURL replaces the region's host, for a proxy or a test; see [CheckBaseURL]. It is sent the keys.
	BaseURL string

	// Client sends the request; nil is [http.DefaultClient]. [Config.Timeout] bounds it. Redirects are not followed:
	// they lead to the wrong host or the wrong region.
	Client *http.Client
}

// Verify checks the pair site ID, API key. The error is, or wraps, [ErrRejected] when the API refuses the pair (401) or
// says that it belongs to another region or workspace, and [ErrConfig] if the verifier cannot ask. Any other error means
// that nothing is known about the pair. None of them quotes the answer or the keys.
func (v TrackVerifier) Verify(ctx context.Context, keys []String) error {
	if len(keys) != 2 {
		return fmt.Errorf("track credential: %w: %d keys, expected 2 (site ID, API key)", ErrConfig, len(keys))
	}
	base := v.BaseURL
	if err := v.Region.Check(); err != nil {
		return fmt.Errorf("track credential: TrackVerifier.Region: %w", err)
	}
	if base == "" {
		base = v.Region.TrackURL()
	}
	if err := CheckBaseURL(base); err != nil {
		return fmt.Errorf("track credential: TrackVerifier.BaseURL: %w", err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimRight(base, "/")+"/api/v1/accounts/region", nil)
	if err != nil {
		return fmt.Errorf("track credential: %w", withoutURL(err))
	}
	req.SetBasicAuth(keys[0].Reveal(), keys[1].Reveal())
	resp, err := v.client().Do(req)
	if err != nil {
		return fmt.Errorf("track credential: %w", withoutURL(err))
	}
	defer func() { _ = resp.Body.Close() }()
	return v.judge(resp)
}

func (v TrackVerifier) client() *http.Client {
	client := http.Client{}
	if v.Client != nil {
		client = *v.Client
	}
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &client
}

// withoutURL keeps the reason and drops the URL, which may carry a user and password.
func withoutURL(err error) error {
	var failed *url.Error
	if errors.As(err, &failed) {
		return failed.Err
	}
	return err
}

func (v TrackVerifier) judge(resp *http.Response) error {
	switch {
	case resp.StatusCode == http.StatusUnauthorized:
		return fmt.Errorf("track credential: %w (401)", ErrRejected)
	case resp.StatusCode >= 300 && resp.StatusCode < 400:
		return fmt.Errorf("track credential: redirected (%d); is %q the right region?", resp.StatusCode, v.Region)
	case resp.StatusCode != http.StatusOK:
		return fmt.Errorf("track credential: the API answers %d", resp.StatusCode)
	}
	var answer struct {
		Region        Region `json:"region"`
		DataCenter    Region `json:"data_center"` // what older answers call it
		EnvironmentID int64  `json:"environment_id"`
	}
	// The real answer has some 80 bytes.
	if json.NewDecoder(io.LimitReader(resp.Body, 64<<10)).Decode(&answer) != nil {
		return errors.New("track credential: the answer is not the API's")
	}
	if answer.Region == "" {
		answer.Region = answer.DataCenter
	}
	if answer.Region.Check() != nil {
		return errors.New("track credential: the answer names no known region")
	}
	if answer.Region != v.Region {
		return fmt.Errorf("track credential: %w: the account is in region %q, not %q", ErrRejected, answer.Region, v.Region)
	}
	if v.EnvironmentID != 0 && answer.EnvironmentID != v.EnvironmentID {
		return fmt.Errorf("track credential: %w: it belongs to workspace %d, not %d", ErrRejected, answer.EnvironmentID, v.EnvironmentID)
	}
	return nil
}
