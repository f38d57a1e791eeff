package webhook_test

import (
	"errors"
	"math/big"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/webhook"
)

var (
	digits       = regexp.MustCompile(`^[0-9]+$`)
	hexSignature = regexp.MustCompile(`^[0-9A-Fa-f]{64}$`)
)

// verdict says what Verify must do, by other means: text and big numbers.
func verdict(timestamp, signature, body string, now, window int64) error {
	timestamp, signature = strings.Trim(timestamp, " \t"), strings.Trim(signature, " \t")
	sent, _ := new(big.Int).SetString(timestamp, 10)
	lastSecond := big.NewInt(time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC).Unix())
	if !digits.MatchString(timestamp) || sent.Cmp(lastSecond) > 0 {
		return webhook.ErrMalformedTimestamp
	}
	if !hexSignature.MatchString(signature) || strings.ToLower(signature) != hexMAC(testKey, "v0:"+timestamp+":"+body) {
		return webhook.ErrSignature
	}
	age := new(big.Int).Sub(big.NewInt(now), sent)
	if age.Abs(age).Cmp(big.NewInt(window)) > 0 {
		return webhook.ErrStale
	}
	return nil
}

// With sign set the signature is what the key makes of timestamp and body, put between signature's halves: fuzzing
// alone would never find a valid one.
func FuzzVerify(f *testing.F) {
	f.Add("1700000000", "", testEvent, true, int64(1700000000))
	f.Add("1700000000", strings.Repeat("0", 64), testEvent, false, int64(1700000000))
	f.Add("01700000000", " \t", "{}", true, int64(1700000300))
	f.Add("1700000000", "", "", true, int64(1700000301))
	f.Add("253402300800", "", "", true, int64(0))
	f.Add("-1", "", "", true, int64(0))
	f.Add("18446744073709551616", "", "", true, int64(0))
	f.Fuzz(func(t *testing.T, timestamp, signature, body string, sign bool, now int64) {
		now %= 1 << 40 // a clock that is right, or wrong by some ten thousand years
		if sign {
			half := len(signature) / 2
			made := hexMAC(testKey, "v0:"+strings.Trim(timestamp, " \t")+":"+body)
			signature = signature[:half] + made + signature[half:]
		}
		v := newVerifier(t, webhook.Config{Now: at(time.Unix(now, 0))})
		want := verdict(timestamp, signature, body, now, int64(webhook.DefaultWindow/time.Second))
		if err := v.Verify(headers(timestamp, signature), []byte(body)); !errors.Is(err, want) {
			t.Errorf("Verify = %v, want %v", err, want)
		}
		repeated := http.Header{webhook.TimestampHeader: {timestamp, timestamp}, webhook.SignatureHeader: {signature, signature}}
		if err := v.Verify(repeated, []byte(body)); !errors.Is(err, want) {
			t.Errorf("Verify of repeated headers = %v, want %v", err, want)
		}
	})
}

func FuzzParseEvent(f *testing.F) {
	f.Add([]byte(testEvent))
	f.Add(withData(`{"recipients":[{"device_id":"p"}],"identifiers":{"id":1},"campaign_id":7,"machine":true}`))
	f.Add([]byte(`{"event_id":"\ud800","object_type":"a","metric":"b","timestamp":1}`))
	reasons := regexp.MustCompile(`^webhook: malformed event: (no (event_id|object_type|metric|timestamp)|not a JSON object|data is not an object)$`)
	f.Fuzz(func(t *testing.T, body []byte) {
		e, err := webhook.ParseEvent(body)
		if err == nil {
			if e.EventID == "" || e.ObjectType == "" || e.Metric == "" || e.Timestamp.IsZero() {
				t.Errorf("accepted without a required field: %#v", e)
			}
			return
		}
		if !errors.Is(err, webhook.ErrMalformedEvent) || !reasons.MatchString(err.Error()) {
			t.Errorf("unexpected error %v", err)
		}
	})
}
