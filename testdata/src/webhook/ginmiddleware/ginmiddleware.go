// Mode: unless-clean.

// Package ginmiddleware verifies well in middleware of a framework's style.
package ginmiddleware

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
)

// Context is like gin's.
type Context interface {
	GetHeader(string) string
	GetRawData() ([]byte, error)
	AbortWithStatus(int)
	Next()
}

func Verify(secret string) func(Context) {
	if secret == "" {
		panic("no secret")
	}
	return func(c Context) {
		body, err := c.GetRawData()
		if err != nil {
			c.AbortWithStatus(400)
			return
		}
		ts, sig := c.GetHeader("X-CIO-Timestamp"), strings.ToLower(c.GetHeader("X-CIO-Signature"))
		if ts == "" || sig == "" {
			c.AbortWithStatus(401)
			return
		}
		sent, err := strconv.ParseInt(ts, 10, 64)
		if err != nil || math.Abs(float64(time.Now().Unix()-sent)) > 300 {
			c.AbortWithStatus(401)
			return
		}
		h := hmac.New(sha256.New, []byte(secret))
		io.Copy(h, io.MultiReader(strings.NewReader("v0:"+ts+":"), bytes.NewReader(body)))
		if subtle.ConstantTimeCompare([]byte(sig), []byte(hex.EncodeToString(h.Sum(nil)))) != 1 {
			c.AbortWithStatus(401)
			return
		}
		c.Next()
	}
}
