package signature

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"time"
)

type Checker struct {
	Key []byte
	Now func() time.Time
}

func (c Checker) Valid(h http.Header, body []byte) bool {
	ts := h.Get("X-CIO-Timestamp")
	sent, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || c.Now().Sub(time.Unix(sent, 0)).Abs() > 5*time.Minute {
		return false
	}
	got, err := hex.DecodeString(h.Get("X-CIO-Signature"))
	if err != nil {
		return false
	}
	mac := hmac.New(sha256.New, c.Key)
	mac.Write([]byte("v0:" + ts + ":" + string(body)))
	return hmac.Equal(mac.Sum(nil), got)
}
