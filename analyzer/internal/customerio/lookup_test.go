package customerio

import (
	"go/types"
	"os"
	"path/filepath"
	"testing"
)

// stub returns the stub of an import path; of the two generations of the
// official path without suffix it is the second.
func stub(t testing.TB, path string) *types.Package {
	t.Helper()
	var found *types.Package
	for _, pkg := range loadStubs(t) {
		if pkg.Path() == path {
			found = pkg
		}
	}
	if found == nil {
		t.Fatalf("no stub of %s", path)
	}
	return found
}

func TestLookup(t *testing.T) {
	tests := []struct {
		pkg, fn string
		arg     int
		role    Role
		label   string
	}{
		{official, "CustomerIO.Identify", 1, Attributes, "attributes"},
		{official + "/v3", "CustomerIO.IdentifyCtx", 2, Attributes, "attributes"},
		{official, "CustomerIO.TrackAnonymous", 0, EventName, "event name"},
		{official + "/v2", "CustomerIO.TrackAnonymous", 0, EventName, "event name"},
		{official + "/v3", "CustomerIO.TrackAnonymous", 0, Identifier, "anonymous ID"},
		{official + "/v3", "CustomerIO.TrackAnonymous", 2, EventData, "event data"},
		{official + "/v3", "NewTrackClient", 0, Credential, "site ID"},
		{official + "/v3", "NewTrackClient", 1, Credential, "track API key"},
		{official + "/v3", "NewAPIClient", 0, Credential, "App API key"},
		{cdp, "New", 0, Credential, "CDP write key"},
		{mrz1836, "Client.NewEvent", 3, EventData, "event data"},
		{joeshaw, "Client.Track", 2, EventData, "event data"},
	}
	for _, tt := range tests {
		c, ok := Lookup(function(t, stub(t, tt.pkg), tt.fn))
		if !ok {
			t.Errorf("%s.%s: no row", tt.pkg, tt.fn)
			continue
		}
		found := false
		for _, p := range c.Parts {
			found = found || p.Arg == tt.arg && p.Role == tt.role && p.Label == tt.label
		}
		if !found {
			t.Errorf("%s.%s: argument %d is not %s %q: %+v", tt.pkg, tt.fn, tt.arg, tt.role, tt.label, c.Parts)
		}
	}
}

func TestLookupMarks(t *testing.T) {
	tests := []struct {
		pkg, fn                                string
		erases, transactional, builds, segment bool
	}{
		{pkg: official, fn: "CustomerIO.Delete", erases: true},
		{pkg: official, fn: "CustomerIO.DeleteDevice"},
		{pkg: official + "/v3", fn: "CustomerIO.DeleteCtx", erases: true},
		{pkg: mrz1836, fn: "Client.DeleteCustomer", erases: true},
		{pkg: official + "/v3", fn: "APIClient.SendSMS", transactional: true},
		{pkg: official + "/v3", fn: "APIClient.TriggerBroadcast", transactional: true},
		{pkg: official + "/v3", fn: "NewDevice", builds: true},
		{pkg: cdp, fn: "Client.Enqueue"},
		{pkg: segment + "/v3", fn: "Client.Enqueue", segment: true},
		{pkg: segmentGopkgIn, fn: "Client.Enqueue", segment: true},
	}
	for _, tt := range tests {
		c, ok := Lookup(function(t, stub(t, tt.pkg), tt.fn))
		if !ok {
			t.Errorf("%s.%s: no row", tt.pkg, tt.fn)
			continue
		}
		if c.Erases != tt.erases || c.Transactional != tt.transactional || c.Builds != tt.builds || c.Segment != tt.segment {
			t.Errorf("%s.%s: %+v", tt.pkg, tt.fn, c)
		}
	}
}

func TestSinkName(t *testing.T) {
	for fn, want := range map[*types.Func]string{
		function(t, stub(t, official), "CustomerIO.Identify"):       "(*customerio.CustomerIO).Identify",
		function(t, stub(t, official+"/v3"), "APIClient.SendEmail"): "(*customerio.APIClient).SendEmail",
		function(t, stub(t, official+"/v3"), "NewDevice"):           "customerio.NewDevice",
		function(t, stub(t, cdp), "Client.Enqueue"):                 "(analytics.Client).Enqueue",
		function(t, stub(t, segmentGopkgIn), "Traits.SetEmail"):     "(analytics.Traits).SetEmail",
	} {
		if got := SinkName(fn); got != want {
			t.Errorf("SinkName(%s) = %s, want %s", fn.FullName(), got, want)
		}
	}
}

func TestLookupSetter(t *testing.T) {
	for _, pkg := range []string{cdp, segment + "/v3", segmentGopkgIn} {
		s, ok := LookupSetter(function(t, stub(t, pkg), "Traits.SetPhone"))
		if !ok || s.Key != "phone" || s.ValueArg != 0 {
			t.Errorf("%s: SetPhone: %+v", pkg, s)
		}
		s, ok = LookupSetter(function(t, stub(t, pkg), "Properties.Set"))
		if !ok || s.Key != "" || s.KeyArg != 0 || s.ValueArg != 1 {
			t.Errorf("%s: Set: %+v", pkg, s)
		}
	}
}

func TestLookupField(t *testing.T) {
	tests := []struct {
		pkg, typ, field string
		role            Role
		label           string
	}{
		{official, "APIClient", "Key", Credential, "App API key"},
		{official + "/v3", "APIClient", "Key", Credential, "App API key"},
		{joeshaw, "Client", "SiteID", Credential, "site ID"},
		{joeshaw, "Client", "APIKey", Credential, "track API key"},
		{cdp, "Config", "Endpoint", SinkURL, "endpoint"},
	}
	for _, tt := range tests {
		named := stub(t, tt.pkg).Scope().Lookup(tt.typ).Type().(*types.Named)
		f, ok := LookupField(named, tt.field)
		if !ok || f.Role != tt.role || f.Label != tt.label {
			t.Errorf("%s.%s.%s: %+v", tt.pkg, tt.typ, tt.field, f)
		}
	}
	client := stub(t, official+"/v3").Scope().Lookup("APIClient").Type().(*types.Named)
	if f, ok := LookupField(client, "UserAgent"); ok {
		t.Errorf("UserAgent is %+v", f)
	}
	if f, ok := LookupField(types.Universe.Lookup("error").Type().(*types.Named), "Key"); ok {
		t.Errorf("a field of error is %+v", f)
	}
}

// lookalikes are import paths that resemble an SDK's.
var lookalikes = []string{
	"github.com/customerio/go-customerio2",
	"example.com/customerio",
	"github.com/customerio/go-customerio/v3/internal",
	"github.com/customerio/go-customerio/v0",
	"github.com/customerio/go-customerio/v1",
	"github.com/customerio/go-customerio/v3beta",
	"github.com/customerio/go-customerio/v",
	"github.com/customerio",
	"gopkg.in/segmentio/analytics-go.v4",
	"customerio",
	"v3",
	"",
}

// forks are import paths that a fork of the official SDK may have.
var forks = []string{
	"example.com/customerio/go-customerio", "example.com/github.com/customerio/go-customerio/v3", "github.com/customer-io/go-customerio/v3",
}

// A fork keeps the repository's name and the shape, and gets the same rows.
func TestForksHaveTheRows(t *testing.T) {
	src, err := os.ReadFile(filepath.Join("../../../testdata/src", official, "customerio.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range forks {
		pkg := checkSource(t, path, string(src))
		for _, name := range []string{"NewTrackClient", "CustomerIO.Identify", "CustomerIO.Delete"} {
			if c, ok := Lookup(function(t, pkg, name)); !ok || c.Pkg != official {
				t.Errorf("%s: %s is %+v", path, name, c)
			}
		}
		client := pkg.Scope().Lookup("CustomerIO").Type().(*types.Named)
		if _, ok := LookupField(client, "URL"); !ok || !IsSDK(pkg) {
			t.Errorf("%s: no field URL, or no SDK", path)
		}
		other := checkSource(t, path, "package customerio\ntype Client struct{}\nfunc NewTrackClient(siteID, apiKey string) *Client { return nil }\nfunc (c *Client) Identify(id string, m map[string]any) {}\n")
		if c, ok := Lookup(function(t, other, "Client.Identify")); ok || IsSDK(other) {
			t.Errorf("%s: without the shape it is %+v", path, c)
		}
	}
}

// The same names under another path are another SDK.
func TestLookalikesHaveNoRow(t *testing.T) {
	src, err := os.ReadFile(filepath.Join("../../../testdata/src", official, "customerio.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range lookalikes {
		pkg := checkSource(t, path, string(src))
		for _, fn := range functions(pkg) {
			if c, ok := Lookup(fn); ok {
				t.Errorf("%q: %s is %+v", path, fn.FullName(), c)
			}
		}
		client := pkg.Scope().Lookup("CustomerIO").Type().(*types.Named)
		if f, ok := LookupField(client, "URL"); ok {
			t.Errorf("%q: URL is %+v", path, f)
		}
	}
}

func TestEveryVersionAndVendoredCopyIsTheSDK(t *testing.T) {
	src, err := os.ReadFile(filepath.Join("../../../testdata/src", official, "customerio.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		official, official + "/v2", official + "/v3", official + "/v17",
		"example.com/shop/vendor/" + official + "/v3",
		"vendor/" + official,
	} {
		if _, ok := Lookup(function(t, checkSource(t, path, string(src)), "CustomerIO.Identify")); !ok {
			t.Errorf("%q: Identify has no row", path)
		}
	}
}

func TestLookupOfNoSDK(t *testing.T) {
	errorMethod := types.Universe.Lookup("error").Type().Underlying().(*types.Interface).Method(0)
	for _, fn := range []*types.Func{nil, errorMethod} {
		if c, ok := Lookup(fn); ok {
			t.Errorf("Lookup(%v) = %+v", fn, c)
		}
		if s, ok := LookupSetter(fn); ok {
			t.Errorf("LookupSetter(%v) = %+v", fn, s)
		}
	}
}

func TestIsHost(t *testing.T) {
	for url, want := range map[string]bool{
		"https://cdp.customer.io":           true,
		"https://cdp-eu.customer.io/v1":     true,
		"https://TRACK.customer.io:443/x":   true,
		"track-eu.customer.io":              true,
		"api.customer.io/v1/send/email":     true,
		"https://api.segment.io":            false,
		"https://fly.customer.io":           false,
		"https://cdp.customer.io.evil.test": false,
		"https://evil.test/cdp.customer.io": false,
		"https://customer.io@evil.test/":    false,
		"http://localhost:8080":             false,
		"https://[bad":                      false,
		"":                                  false,
	} {
		if got := IsHost(url); got != want {
			t.Errorf("IsHost(%q) = %v", url, got)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	sink := function(b, stub(b, official+"/v3"), "CustomerIO.TrackCtx")
	other := function(b, stub(b, official+"/v3"), "CustomerIOError.StatusCode")
	b.ReportAllocs()
	for b.Loop() {
		Lookup(sink)
		Lookup(other)
	}
}
