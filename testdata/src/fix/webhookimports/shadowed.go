package webhookimports

import (
	"encoding/hex"
	"io"
	"net/http"
	"slices"
)

func shadowed(r *http.Request, hmac func(string, []byte) []byte) bool {
	body, _ := io.ReadAll(r.Body)
	got, _ := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	return fresh(r) && slices.Equal(got, sign(r.Header.Get("X-CIO-Timestamp"), body)) // want `compared by slices.Equal`
}
