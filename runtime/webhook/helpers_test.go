package webhook_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/webhook"
)

// Keys for tests. The first is that of the known answers.
const (
	testKey  = "test_signing_key_1"
	otherKey = "test_signing_key_2"
)

// testNow is the time in tests, and the timestamp of the first known answer.
var testNow = time.Unix(1700000000, 0)

const testEvent = `{"event_id":"01HF7Z0000000000000000TEST","object_type":"email","metric":"delivered","timestamp":1699999990,` +
	`"data":{"delivery_id":"dgTEST0001","customer_id":"user_1","identifiers":{"id":"user_1","email":"pat@example.com",` +
	`"cio_id":"a00000000001"},"recipient":"pat@example.com","subject":"Hello"}}`

// hexMAC is written anew here, so that the package is not checked against itself.
func hexMAC(key, text string) string {
	h := hmac.New(sha256.New, []byte(key))
	h.Write([]byte(text))
	return hex.EncodeToString(h.Sum(nil))
}

func headers(timestamp, signature string) http.Header {
	return http.Header{webhook.TimestampHeader: {timestamp}, webhook.SignatureHeader: {signature}}
}

// signed makes headers as Customer.io would, now.
func signed(key, body string) http.Header {
	h := http.Header{}
	webhook.Sign(h, key, testNow, []byte(body))
	return h
}

// at is a clock that stands still.
func at(t time.Time) func() time.Time { return func() time.Time { return t } }

func newVerifier(t testing.TB, config webhook.Config, keys ...string) *webhook.Verifier {
	t.Helper()
	if config.Now == nil {
		config.Now = at(testNow)
	}
	if len(keys) == 0 {
		keys = []string{testKey}
	}
	v, err := config.NewVerifier(keys...)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
