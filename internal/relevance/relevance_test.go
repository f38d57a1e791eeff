package relevance

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

func TestIsSDK(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]bool{
		Official: true, Official + "/v2": true, Official + "/v3": true, Official + "/v17": true,
		"example.com/shop/vendor/" + Official + "/v3": true, "vendor/" + CDP: true,
		CDP: true, Segment + "/v3": true, SegmentGopkgIn: true, CommunityMrz1836: true, CommunityJoeshaw: true,

		Official + "/v1": false, Official + "/v0": false, Official + "/v": false, Official + "/v3beta": false,
		Official + "/v3/internal": false, "example.com/customerio/go-customerio": false, "go-customerio": false, "v3": false, "": false,
	} {
		if got := IsSDK(path); got != want {
			t.Errorf("IsSDK(%q) = %v", path, got)
		}
	}
}

// TestIsStandard asks the go command what the standard library is: a new
// root in a new release of Go must break this test.
func TestIsStandard(t *testing.T) {
	t.Parallel()
	out, err := exec.Command("go", "list", "std").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range strings.Fields(string(bytes.TrimSpace(out))) {
		if !IsStandard(path) {
			t.Errorf("!IsStandard(%q)", path)
		}
	}
	for _, path := range []string{"shop", "shop/net", "example.com/net/http", "github.com/customerio/go-customerio/v3", "command-line-arguments", ""} {
		if IsStandard(path) {
			t.Errorf("IsStandard(%q)", path)
		}
	}
}

func TestRelevant(t *testing.T) {
	t.Parallel()
	const unasked = "" // the answer does not depend on what the package imports
	for _, c := range []struct {
		path, module, version string
		reaches               string // "yes", "no" or unasked
		want                  bool
	}{
		{"example.com/shop/crm", "example.com/shop", "", unasked, true},
		{"example.com/dep", "example.com/dep", "v1.2.3", "yes", true},
		{"example.com/dep", "example.com/dep", "v1.2.3", "no", false},
		{"net/http", "", "", "no", false},
		{"net/http", "std", "", "no", false},
		{"cmd/go", "cmd", "", "no", false},
		{"command-line-arguments", "", "", unasked, true},
		{"shop", "", "", unasked, true}, // GOPATH, Bazel
		{Official + "/v3", Official + "/v3", "v3.11.0", unasked, false},
		{Official + "/v3", "", "", unasked, false},
		{module + "runtime/sanitize", "github.com/ciolint/ciolint", "", unasked, false},
	} {
		asked := false
		got := Relevant(c.path, c.module, c.version, func() bool { asked = true; return c.reaches == "yes" })
		if got != c.want || asked != (c.reaches != unasked) {
			t.Errorf("Relevant(%q, %q, %q) with an SDK below: %q = %v, asked: %v", c.path, c.module, c.version, c.reaches, got, asked)
		}
	}
}

func BenchmarkIsSDK(b *testing.B) {
	for b.Loop() {
		IsSDK("github.com/customerio/go-customerio/v3")
		IsSDK("net/http")
	}
}
