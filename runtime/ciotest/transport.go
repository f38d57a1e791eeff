package ciotest

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/ciolint/ciolint/runtime/credential"
)

// Client returns an HTTP client for [Workspace.Transport].
func (w *Workspace) Client() *http.Client { return &http.Client{Transport: w.Transport()} }

// Transport sends requests for the hosts of Customer.io's APIs, of both regions, to the workspace. To send
// one anywhere else is an error: a test should not reach out by mistake. Requests to [Workspace.URL] pass.
func (w *Workspace) Transport() http.RoundTripper { return transport{w} }

type transport struct{ workspace *Workspace }

// RoundTrip implements [http.RoundTripper].
func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	base := t.workspace.http.Client().Transport
	if strings.EqualFold(r.URL.Scheme+"://"+r.URL.Host, t.workspace.URL) {
		return base.RoundTrip(r)
	}
	if regionOf(r.URL.Host) == "" {
		if r.Body != nil {
			_ = r.Body.Close()
		}
		return nil, fmt.Errorf("ciotest: %s is not a host of Customer.io", r.URL.Host)
	}
	out := r.Clone(r.Context())
	if out.Host == "" {
		out.Host = r.URL.Host
	}
	out.URL.Scheme, out.URL.Host = "http", strings.TrimPrefix(t.workspace.URL, "http://")
	resp, err := base.RoundTrip(out)
	if resp != nil {
		resp.Request = r
	}
	return resp, err
}

// elsewhere is the base URL of the workspace's own region if a host is the other region's, else "".
func (w *Workspace) elsewhere(host string) string {
	asked := regionOf(host)
	if asked == "" || asked == w.region {
		return ""
	}
	switch name, _, _ := strings.Cut(strings.ToLower(host), "."); {
	case strings.HasPrefix(name, "track"):
		return w.region.TrackURL()
	case strings.HasPrefix(name, "cdp"):
		return w.region.CDPURL()
	}
	return w.region.AppURL()
}

// regionOf is the region that one of Customer.io's hosts belongs to, "" for any other host.
func regionOf(host string) credential.Region {
	for _, region := range []credential.Region{credential.RegionUS, credential.RegionEU} {
		for _, base := range []string{region.TrackURL(), region.AppURL(), region.CDPURL()} {
			if u, err := url.Parse(base); err == nil && strings.EqualFold(u.Host, host) {
				return region
			}
		}
	}
	return ""
}
