package stages

import (
	"strings"

	"services/set5/p41/analytics"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// Clean sanitizes the properties.
func Clean(h analytics.Hit) analytics.Hit {
	h.Props = sanitize.Attributes(h.Props)
	if h.Props == nil {
		h.Props = map[string]any{}
	}
	return h
}

// Client adds what is known of the client.
func Client(h analytics.Hit) analytics.Hit {
	h.Props["ip"] = h.IPAddress
	h.Props["user_agent"] = h.UserAgent
	h.Props["is_mobile"] = strings.Contains(h.UserAgent, "Mobile")
	return h
}
