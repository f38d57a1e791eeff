package webhook

import (
	"go/types"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// What names the paths that take Customer.io's events: Customer.io at the end,
// or with a word for what comes in.
var (
	namesCustomerIO = regexp.MustCompile(`(?i)(^|[/_.\- ])(customer[-_.]?io|cio)($|[/_.\-{: ?])`)
	endsWithName    = regexp.MustCompile(`(?i)[/_.\- ](customer[-_.]?io|cio)([/_.\-](v\d+|webhooks?|hooks?|events?|callbacks?|reports?|reporting|notifications?|inbound|incoming))*[/{$}]*$`)
	saysIncoming    = regexp.MustCompile(`(?i)(^|[/_.\- ])(webhooks?|hooks?|events?|callbacks?|reporting|notifications?|inbound|incoming|ingest)($|[/_.\-{: ])`)
)

func isCustomerIOPath(path string) bool {
	if !strings.Contains(path, "/") || !namesCustomerIO.MatchString(path) {
		return false
	}
	return endsWithName.MatchString(path) || saysIncoming.MatchString(path)
}

// isEvent reports whether JSON of Customer.io's events is decoded into t:
// event_id or data beside object_type and metric.
func isEvent(t types.Type) bool {
	t = ssautil.PointedTo(t)
	if s, ok := t.Underlying().(*types.Slice); ok {
		t = s.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	names := jsonNames(s, map[*types.Struct]bool{})
	return slices.Contains(names, "object_type") && slices.Contains(names, "metric") &&
		(slices.Contains(names, "event_id") || slices.Contains(names, "data"))
}

// jsonNames are the names that the tags of a struct give its fields, and those
// of embedded structs.
func jsonNames(s *types.Struct, seen map[*types.Struct]bool) []string {
	if seen[s] {
		return nil
	}
	seen[s] = true
	var out []string
	for i := range s.NumFields() {
		name, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get("json"), ",")
		if name == "" && s.Field(i).Embedded() {
			if e, ok := ssautil.PointedTo(s.Field(i).Type()).Underlying().(*types.Struct); ok {
				out = append(out, jsonNames(e, seen)...)
			}
			continue
		}
		out = append(out, name)
	}
	return out
}

// MentionsWebhooks reports whether a constant text in the source says that a
// package has to do with Customer.io's webhooks: a header, a key of an event,
// or the path of a route.
func MentionsWebhooks(s string) bool {
	return headerValue(s) != nil || s == "object_type" || isCustomerIOPath(s)
}
