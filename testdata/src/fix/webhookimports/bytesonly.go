package webhookimports

import (
	"bytes"
	"encoding/hex"
	"io"
	"net/http"
)

func bytesOnly(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	got, err := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	return err == nil && fresh(r) && bytes.Equal(got, sign(r.Header.Get("X-CIO-Timestamp"), body)) // want `compared by bytes.Equal`
}
