// Mode: unless-clean.

// Package headernames names the header to label, to log and to allow it.
package headernames

import (
	"encoding/json"
	"log"
	"net/http"
)

var allowed = []string{"Content-Type", "X-CIO-Signature", "X-CIO-Timestamp"}

func provider(r *http.Request) string {
	if r.Header.Get("X-CIO-Signature") != "" {
		return "customerio"
	}
	return "unknown"
}

func handler(w http.ResponseWriter, r *http.Request) {
	log.Println(r.Header.Get("X-CIO-Signature"))
	w.Header().Set("X-CIO-Signature", "v")
	var e map[string]any
	_ = json.NewDecoder(r.Body).Decode(&e)
	_ = provider(r)
}
