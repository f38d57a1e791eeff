// Mode: never.

// Package inrequests puts credentials into requests in other ways than by
// SetBasicAuth.
package inrequests

import (
	"net/http"
	"net/url"
	"os"
)

func inURL() error {
	resp, err := http.Get("https://0a1b2c3d4e5f60718293:11aa22bb33cc44dd55ee@track.customer.io/api/v1/accounts/region") // want `hardcoded site ID "0a1b…" \(20 characters\) in the URL of GET /api/v1/accounts/region` `hardcoded track API key "11aa…"`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

const base = "https://1a1b2c3d4e5f60718293:21aa22bb33cc44dd55ee@track.customer.io/api/v1"

func inBase(id string) error {
	req, err := http.NewRequest("POST", base+"/customers/"+url.PathEscape(id)+"/suppress", nil) // want `hardcoded site ID "1a1b…"` `hardcoded track API key "21aa…"`
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

func asUser() *url.URL {
	return &url.URL{Scheme: "https", Host: "track.customer.io", User: url.UserPassword("2a1b2c3d4e5f60718293", "31aa22bb33cc44dd55ee")} // want `hardcoded site ID "2a1b…" \(20 characters\) in UserPassword` `hardcoded track API key "31aa…"`
}

type transport struct{ next http.RoundTripper }

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.SetBasicAuth("3a1b2c3d4e5f60718293", "41aa22bb33cc44dd55ee") // want `hardcoded site ID "3a1b…" \(20 characters\) in SetBasicAuth` `hardcoded track API key "41aa…"`
	return t.next.RoundTrip(r)
}

type bearer struct {
	key  string
	next http.RoundTripper
}

func (t bearer) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Authorization", "Bearer "+t.key)
	return t.next.RoundTrip(r)
}

var client = &http.Client{Transport: bearer{"00112233445566778899aabbccddee07", transport{http.DefaultTransport}}} // want `hardcoded App API key "0011…" \(32 characters\) in the header Authorization`

func asHeader(req *http.Request) {
	req.Header = http.Header{"Authorization": {"Bearer 10112233445566778899aabbccddee07"}} // want `hardcoded App API key "1011…"`
}

// All that follows is fine.

func inURLWell() error {
	resp, err := http.Get("https://" + os.Getenv("SITE") + ":" + os.Getenv("KEY") + "@track.customer.io/api/v1/accounts/region")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func placeholders() error {
	resp, err := http.Get("https://site:key@track.customer.io/api/v1/accounts/region")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type billing struct{ next http.RoundTripper }

func (t billing) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.SetBasicAuth("billing", "51aa22bb33cc44dd55ee") // another service's
	r.Header.Set("X-Request-Source", "20112233445566778899aabbccddee07")
	return t.next.RoundTrip(r)
}

func elsewhere() error {
	req, err := http.NewRequest("GET", "https://api.stripe.com/v1/charges", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer 30112233445566778899aabbccddee07")
	_, err = http.DefaultClient.Do(req)
	return err
}
