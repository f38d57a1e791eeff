package webhook_test

import (
	"errors"
	"fmt"
	"math"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/webhook"
)

// The known answers were computed with other programs.
func TestKnownAnswers(t *testing.T) {
	hexKey := strings.Repeat("0123456789abcdef", 4)
	for _, tt := range []struct {
		name, key, timestamp, body, signature string
		want                                  error
	}{
		{"event", testKey, "1700000000", testEvent,
			"217b1b52e78c9c9116f10c8a62ae04f24f615d3200831e2a868e64b711dda473", nil},
		{"event, body alone signed", testKey, "1700000000", testEvent,
			"3be242a420dfa6c9dc4c91f29e842afa8b132555d02c2a5b5316b2ddc41d6f1d", webhook.ErrSignature},
		{"event, signed as timestamp.body", testKey, "1700000000", testEvent,
			"819a5dbf6a44f9aef2c833258bc75980b7caff95d31492a7bc473dfe1b09a2fe", webhook.ErrSignature},
		{"empty body, key of hex digits", hexKey, "1735689600", "",
			"384d894d1a6ba63259f8da9bfce71000ce537d7a2e60f6daf9e83cd77cc33193", nil},
		{"empty body, key decoded from hex", hexKey, "1735689600", "",
			"c7da3a675644afaa2af75a6d3d4964bb225ac4f7cfe0c2e6b7dfa659ca28d672", webhook.ErrSignature},
		{"text that changes when parsed and written again", testKey, "1700000001",
			`{"metric":"replied","object_type":"sms","note":"café ☕ \u2603"}` + "\n",
			"86adab260b560c4c7858ad08b45eb1dec30d6ba26a703a72df2115e148e8821c", nil},
		{"timestamp that changes when parsed and written again", testKey, "01700000000", "{}",
			"9926264a39aef4f11ec7866d52063ded2ab6ecdd75379c7aac861b54d7eb479e", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			seconds, err := strconv.ParseInt(tt.timestamp, 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			v := newVerifier(t, webhook.Config{Now: at(time.Unix(seconds, 0))}, tt.key)
			if err := v.Verify(headers(tt.timestamp, tt.signature), []byte(tt.body)); !errors.Is(err, tt.want) {
				t.Errorf("Verify = %v, want %v", err, tt.want)
			}
		})
	}
}

func TestHeaders(t *testing.T) {
	const ts = "1700000000"
	good := hexMAC(testKey, "v0:"+ts+":body")
	wrong := hexMAC(otherKey, "v0:"+ts+":body")
	type list = []string
	for _, tt := range []struct {
		name                   string
		timestamps, signatures list
		want                   error
	}{
		{"as sent", list{ts}, list{good}, nil},
		{"upper-case hex", list{ts}, list{strings.ToUpper(good)}, nil},
		{"white space around values", list{" \t" + ts + " "}, list{"  " + good + "\t"}, nil},
		{"copies", list{ts, ts + " "}, list{good, " " + good, good}, nil},

		{"nothing", nil, nil, webhook.ErrMissingSignature},
		{"no signature", list{ts}, nil, webhook.ErrMissingSignature},
		{"empty list of signatures", list{ts}, list{}, webhook.ErrMissingSignature},
		{"no timestamp", nil, list{good}, webhook.ErrMissingTimestamp},
		{"empty signature", list{ts}, list{""}, webhook.ErrSignature},
		{"wrong signature", list{ts}, list{wrong}, webhook.ErrSignature},
		{"two signatures, second wrong", list{ts}, list{good, wrong}, webhook.ErrSignature},
		{"two signatures, first wrong", list{ts}, list{wrong, good}, webhook.ErrSignature},
		{"joined signatures", list{ts}, list{good + ", " + good}, webhook.ErrSignature},
		{"version before the signature", list{ts}, list{"v0=" + good}, webhook.ErrSignature},
		{"algorithm before the signature", list{ts}, list{"sha256=" + good}, webhook.ErrSignature},
		{"signature too short", list{ts}, list{good[:63]}, webhook.ErrSignature},
		{"half a signature", list{ts}, list{good[:32]}, webhook.ErrSignature},
		{"signature too long", list{ts}, list{good + "0"}, webhook.ErrSignature},
		{"signature twice over", list{ts}, list{good + good}, webhook.ErrSignature},
		{"no hex", list{ts}, list{"g" + good[1:]}, webhook.ErrSignature},
		{"space within", list{ts}, list{good[:31] + " " + good[32:]}, webhook.ErrSignature},
		{"line break after", list{ts}, list{good + "\n"}, webhook.ErrSignature},
		{"zero byte after", list{ts}, list{good + "\x00"}, webhook.ErrSignature},
		{"one digit changed", list{ts}, list{flip(good)}, webhook.ErrSignature},
		{"other timestamp", list{"1700000001"}, list{good}, webhook.ErrSignature},
		{"same number, other text", list{"01700000000"}, list{good}, webhook.ErrSignature},

		{"two timestamps", list{ts, "1700000001"}, list{good}, webhook.ErrMalformedTimestamp},
		{"two timestamps, other order", list{"1700000001", ts}, list{good}, webhook.ErrMalformedTimestamp},
		{"empty timestamp beside a good one", list{ts, ""}, list{good}, webhook.ErrMalformedTimestamp},
		{"joined timestamps", list{ts + "," + ts}, list{good}, webhook.ErrMalformedTimestamp},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := http.Header{}
			if tt.timestamps != nil {
				h[webhook.TimestampHeader] = tt.timestamps
			}
			if tt.signatures != nil {
				h[webhook.SignatureHeader] = tt.signatures
			}
			if err := newVerifier(t, webhook.Config{}).Verify(h, []byte("body")); !errors.Is(err, tt.want) {
				t.Errorf("Verify = %v, want %v", err, tt.want)
			}
		})
	}
}

// flip changes the last digit of a hex text.
func flip(digits string) string {
	last := len(digits) - 1
	if digits[last] == '0' {
		return digits[:last] + "1"
	}
	return digits[:last] + "0"
}

// Each of these is signed, so only its form can be why it is refused.
func TestMalformedTimestamps(t *testing.T) {
	v := newVerifier(t, webhook.Config{Window: math.MaxInt64})
	for _, timestamp := range []string{
		"", " ", "now", "-1", "-1700000000", "+1700000000", "1700000000.5", "1.7e9", "0x6553F100", "1_700_000_000",
		"1700000000s", "1 700000000", "1700000000\n", "１７００００００００", "2023-11-14T22:13:20Z",
		"253402300800", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
		"18446744073709551615", "18446744073709551616", "18446744075409551616", strings.Repeat("9", 5000),
	} {
		h := headers(timestamp, hexMAC(testKey, "v0:"+timestamp+":body"))
		if err := v.Verify(h, []byte("body")); !errors.Is(err, webhook.ErrMalformedTimestamp) {
			t.Errorf("Verify with timestamp %.20q = %v, want %v", timestamp, err, webhook.ErrMalformedTimestamp)
		}
	}
}

func TestFreshness(t *testing.T) {
	for _, tt := range []struct {
		name   string
		window time.Duration
		now    time.Time
		want   error
	}{
		{"now", 0, testNow, nil},
		{"oldest", 0, testNow.Add(5 * time.Minute), nil},
		{"too old", 0, testNow.Add(5*time.Minute + 1), webhook.ErrStale},
		{"furthest ahead", 0, testNow.Add(-5 * time.Minute), nil},
		{"too far ahead", 0, testNow.Add(-5*time.Minute - 1), webhook.ErrStale},
		{"oldest, other window", time.Hour, testNow.Add(time.Hour), nil},
		{"too old, other window", time.Hour, testNow.Add(time.Hour + 1), webhook.ErrStale},
		{"too far ahead, other window", time.Second, testNow.Add(-time.Second - 1), webhook.ErrStale},
		{"clock never set", 0, time.Time{}, webhook.ErrStale},
		{"clock at the end of time", 0, time.Unix(1<<62, 0), webhook.ErrStale},
		{"clock at the start of time", 0, time.Unix(-1<<62, 0), webhook.ErrStale},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v := newVerifier(t, webhook.Config{Window: tt.window, Now: at(tt.now)})
			if err := v.Verify(signed(testKey, "body"), []byte("body")); !errors.Is(err, tt.want) {
				t.Errorf("Verify = %v, want %v", err, tt.want)
			}
			if err := v.Verify(signed(otherKey, "body"), []byte("body")); !errors.Is(err, webhook.ErrSignature) {
				t.Errorf("Verify of a wrong signature = %v, want %v whatever its age", err, webhook.ErrSignature)
			}
		})
	}
}

func TestStaleErrorSaysByHowMuch(t *testing.T) {
	for now, want := range map[time.Time]string{
		testNow.Add(7 * time.Minute):  "webhook: signature is valid but stale: 7m0s old, the window is 5m0s",
		testNow.Add(-6 * time.Minute): "webhook: signature is valid but stale: 6m0s in the future, the window is 5m0s",
		{}:                            "webhook: signature is valid but stale: 2562047h47m16.854775807s in the future, the window is 5m0s", // a clock that was never set
	} {
		err := newVerifier(t, webhook.Config{Now: at(now)}).Verify(signed(testKey, "body"), []byte("body"))
		if err == nil || err.Error() != want {
			t.Errorf("Verify = %v, want %v", err, want)
		}
	}
}

func TestDefaultClockIsTheRealOne(t *testing.T) {
	v, err := webhook.NewVerifier(testKey)
	if err != nil {
		t.Fatal(err)
	}
	h := http.Header{}
	webhook.Sign(h, testKey, time.Now(), nil)
	if err := v.Verify(h, nil); err != nil {
		t.Errorf("Verify = %v", err)
	}
	webhook.Sign(h, testKey, time.Now().Add(-time.Hour), nil)
	if err := v.Verify(h, nil); !errors.Is(err, webhook.ErrStale) {
		t.Errorf("Verify = %v, want %v", err, webhook.ErrStale)
	}
}

func TestEveryBitOfTheBodyCounts(t *testing.T) {
	v := newVerifier(t, webhook.Config{})
	h := signed(testKey, testEvent)
	body := []byte(testEvent)
	for i := range body {
		body[i] ^= 1
		if err := v.Verify(h, body); !errors.Is(err, webhook.ErrSignature) {
			t.Fatalf("Verify with byte %d changed = %v, want %v", i, err, webhook.ErrSignature)
		}
		body[i] ^= 1
	}
	for _, other := range [][]byte{nil, body[:len(body)-1], append(body, '\n')} {
		if err := v.Verify(h, other); !errors.Is(err, webhook.ErrSignature) {
			t.Errorf("Verify with %d bytes = %v, want %v", len(other), err, webhook.ErrSignature)
		}
	}
}

// Which keys there are is for credential.CheckKey; here it is asked, for every key of the list.
func TestUnusableKeysAreRefused(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{nil, {}} {
		if v, err := webhook.NewVerifier(keys...); !errors.Is(err, webhook.ErrKey) || v != nil {
			t.Errorf("NewVerifier(%q) = %v, %v, want %v", keys, v, err, webhook.ErrKey)
		}
	}
	for bad, ok := range map[string]string{
		"":                       "0",
		" ":                      "_",
		testKey + "\n":           testKey + "n",
		" " + testKey:            "_" + testKey,
		"\t" + testKey:           "t" + testKey,
		testKey + "\n" + testKey: testKey + "-" + testKey,
		"\ufeff" + testKey:       "feff" + testKey,
		testKey + "\x00":         testKey + "0",
		"test\u200b" + testKey:   "test-" + testKey,
		`"` + testKey + `"`:      `"` + testKey,
		"${" + testKey + "}":     "$" + testKey,
		"schlüssel":              "schluessel",
	} {
		want := credential.ErrMalformed
		if bad == "" {
			want = credential.ErrEmpty
		}
		for _, keys := range [][]string{{bad}, {bad, otherKey}, {otherKey, bad}} {
			v, err := webhook.NewVerifier(keys...)
			if !errors.Is(err, webhook.ErrKey) || !errors.Is(err, want) || v != nil {
				t.Errorf("NewVerifier(%q) = %v, %v, want %v and %v", keys, v, err, webhook.ErrKey, want)
			} else if strings.Contains(err.Error(), "signing_key_") {
				t.Errorf("NewVerifier(%q): the error shows the key: %v", keys, err)
			}
		}
		v := newVerifier(t, webhook.Config{}, otherKey, ok)
		if err := v.Verify(signed(ok, "body"), []byte("body")); err != nil {
			t.Errorf("Verify with the key %q = %v", ok, err)
		}
	}
}

func TestBadConfigIsRefused(t *testing.T) {
	for _, config := range []webhook.Config{{Window: -1}, {MaxBody: -1}, {ReadTimeout: -1}} {
		if v, err := config.NewVerifier(testKey); !errors.Is(err, webhook.ErrConfig) || v != nil {
			t.Errorf("NewVerifier = %v, %v, want %v", v, err, webhook.ErrConfig)
		}
	}
}

func TestZeroVerifierRefusesEverything(t *testing.T) {
	var v webhook.Verifier
	for _, key := range []string{"", testKey} {
		if err := v.Verify(signed(key, "body"), []byte("body")); !errors.Is(err, webhook.ErrKey) {
			t.Errorf("Verify = %v, want %v", err, webhook.ErrKey)
		}
	}
}

func TestRotation(t *testing.T) {
	v := newVerifier(t, webhook.Config{}, "old", "new")
	check := func(step string, accepted ...string) {
		t.Helper()
		for _, key := range []string{"old", "new", "newest"} {
			var want error = webhook.ErrSignature
			for _, a := range accepted {
				if a == key {
					want = nil
				}
			}
			if err := v.Verify(signed(key, "body"), []byte("body")); !errors.Is(err, want) {
				t.Errorf("%s: Verify of key %q = %v, want %v", step, key, err, want)
			}
		}
	}
	check("both keys", "old", "new")
	if err := v.SetKeys("new"); err != nil {
		t.Fatal(err)
	}
	check("old key removed", "new")
	for _, bad := range [][]string{nil, {"newest", ""}, {"newest\n"}} {
		if err := v.SetKeys(bad...); !errors.Is(err, webhook.ErrKey) {
			t.Errorf("SetKeys(%q) = %v, want %v", bad, err, webhook.ErrKey)
		}
	}
	check("unusable keys refused", "new")
	if err := v.SetKeys("newest", "new"); err != nil {
		t.Fatal(err)
	}
	check("next rotation", "new", "newest")
}

func TestKeysAreCopied(t *testing.T) {
	keys := []string{testKey}
	v := newVerifier(t, webhook.Config{}, keys...)
	keys[0] = otherKey
	if err := v.Verify(signed(testKey, "body"), []byte("body")); err != nil {
		t.Errorf("Verify = %v after the caller's slice changed", err)
	}
}

func TestVerifyWhileKeysChange(t *testing.T) {
	v := newVerifier(t, webhook.Config{}, testKey, otherKey)
	good, forged := signed(testKey, testEvent), signed("forger", testEvent)
	var workers sync.WaitGroup
	for range 8 {
		workers.Go(func() {
			for range 500 {
				if err := v.Verify(good, []byte(testEvent)); err != nil {
					t.Errorf("Verify = %v", err)
				}
				if err := v.Verify(forged, []byte(testEvent)); !errors.Is(err, webhook.ErrSignature) {
					t.Errorf("Verify of a forged request = %v", err)
				}
			}
		})
	}
	for i := range 500 {
		if err := v.SetKeys(testKey, fmt.Sprint("key", i)); err != nil {
			t.Error(err)
		}
	}
	workers.Wait()
}

// Neither errors nor a printed verifier may show what is secret or personal.
func TestNothingSecretIsPrinted(t *testing.T) {
	const secret, body = "k3y-of-the-test", `{"email":"pat@example.com"}`
	v := newVerifier(t, webhook.Config{}, secret)
	now := newVerifier(t, webhook.Config{Now: at(testNow.Add(time.Hour))}, secret)
	signature := signed(secret, body).Get(webhook.SignatureHeader)
	printed := []string{fmt.Sprint(v), fmt.Sprintf("%+v", v), fmt.Sprintf("%#v", v)}
	for _, err := range []error{
		now.Verify(signed(secret, body), []byte(body)),
		v.Verify(headers("1700000000", signature), []byte(body+" ")),
		v.Verify(headers("1700000000", signature[:40]), []byte(body)),
		v.Verify(headers("1700000000", "xyz"+signature[3:]), []byte(body)),
		v.Verify(headers("pat@example.com", signature), []byte(body)),
		v.SetKeys(secret+"\n", ""),
	} {
		if err == nil {
			t.Fatal("no error")
		}
		printed = append(printed, err.Error(), fmt.Sprintf("%#v", err))
	}
	for _, text := range printed {
		for _, hidden := range []string{"k3y", signature[:8], signature[3:10], "pat@", "xyz"} {
			if strings.Contains(text, hidden) {
				t.Errorf("%q shows %q", text, hidden)
			}
		}
	}
}

func TestStatusCode(t *testing.T) {
	for err, want := range map[error]int{
		nil:                           200,
		webhook.ErrMissingSignature:   401,
		webhook.ErrMissingTimestamp:   401,
		webhook.ErrSignature:          401,
		webhook.ErrStale:              401,
		webhook.ErrMalformedTimestamp: 400,
		webhook.ErrBodyRead:           400,
		webhook.ErrBodyTooLarge:       413,
		webhook.ErrKey:                500,
	} {
		if got := webhook.StatusCode(err); got != want {
			t.Errorf("StatusCode(%v) = %d, want %d", err, got, want)
		}
		if err == nil {
			continue
		}
		if got := webhook.StatusCode(fmt.Errorf("wrapped: %w", err)); got != want {
			t.Errorf("StatusCode of wrapped %v = %d, want %d", err, got, want)
		}
	}
}
