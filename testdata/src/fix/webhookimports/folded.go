package webhookimports

import (
	"encoding/hex"
	"io"
	"net/http"
	"strings"
)

// folded has no fix: it takes upper-case digits, too.
func folded(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	return fresh(r) && strings.EqualFold(r.Header.Get("X-CIO-Signature"), hex.EncodeToString(sign(r.Header.Get("X-CIO-Timestamp"), body))) // want `compared by strings.EqualFold`
}
