package webhookimports

import (
	"encoding/hex"
	"io"
	"net/http"

	"reflect"
)

func reflected(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	got, _ := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	return fresh(r) && reflect.DeepEqual(got, sign(r.Header.Get("X-CIO-Timestamp"), body)) // want `compared by reflect.DeepEqual`
}
