package relevance

import "strings"

// The import paths of the SDKs, without a major version. The analytics clients
// share an API: Segment's is an SDK because it can be pointed at Customer.io.
const (
	Official         = "github.com/customerio/go-customerio" // v1, or v2.0.0+incompatible
	CDP              = "github.com/customerio/cdp-analytics-go"
	Segment          = "github.com/segmentio/analytics-go"
	SegmentGopkgIn   = "gopkg.in/segmentio/analytics-go.v3"
	CommunityMrz1836 = "github.com/mrz1836/go-customerio"
	CommunityJoeshaw = "github.com/joeshaw/customerio"
)

var sdks = map[string]bool{
	Official: true, CDP: true, Segment: true, SegmentGopkgIn: true, CommunityMrz1836: true, CommunityJoeshaw: true,
}

// IsSDK reports whether an import path is that of an SDK, in any major
// version, vendored or not.
func IsSDK(path string) bool { return sdks[Unversioned(path)] }

// MayBeSDK reports whether an import path is that of an SDK, or may be that of a
// fork of the official one: forks keep the name of the repository. What a fork
// is, its types tell.
func MayBeSDK(path string) bool {
	return IsSDK(path) || strings.HasSuffix(Unversioned(path), "/go-customerio")
}

// Unversioned returns an import path without the vendor directory in front of
// it and without the suffix of a major version.
func Unversioned(path string) string {
	if i := strings.LastIndex(path, "/vendor/"); i >= 0 {
		path = path[i+len("/vendor/"):]
	}
	path = strings.TrimPrefix(path, "vendor/")
	if i := strings.LastIndexByte(path, '/'); i >= 0 && isMajor(path[i+1:]) {
		path = path[:i]
	}
	return path
}

// isMajor reports whether s is a major version as import paths have it, v2 or
// later.
func isMajor(s string) bool {
	if len(s) < 2 || s[0] != 'v' || s[1] == '0' || s == "v1" {
		return false
	}
	return strings.Trim(s[1:], "0123456789") == ""
}
