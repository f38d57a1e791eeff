package webhook_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"hash"
	"math"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/webhook"
)

var benchSizes = []struct {
	name string
	size int
}{{"1KiB", 1 << 10}, {"64KiB", 64 << 10}}

// BenchmarkVerify has the promise to hold: verify takes at most 1.3 times what bare does, a crypto/hmac over the same
// bytes. reused is the harder comparison: it mixes the key in only once.
func BenchmarkVerify(b *testing.B) {
	for _, bm := range benchSizes {
		c := newContest(b, bm.size)
		for _, run := range []struct {
			name string
			f    func()
		}{{"bare", c.bare}, {"reused", c.reused}, {"verify", c.verify}, {"second-key", c.secondKey}} {
			b.Run(fmt.Sprintf("%s/%s", bm.name, run.name), func(b *testing.B) {
				b.SetBytes(int64(bm.size))
				b.ReportAllocs()
				for b.Loop() {
					run.f()
				}
			})
		}
	}
}

// BenchmarkRatio measures the same on machines with other work: it runs the contestants in turn and compares their best
// times.
func BenchmarkRatio(b *testing.B) {
	for _, bm := range benchSizes {
		b.Run(bm.name, func(b *testing.B) {
			c := newContest(b, bm.size)
			bare, reused, verify := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
			for b.Loop() {
				bare = min(bare, timeOf(c.bare))
				reused = min(reused, timeOf(c.reused))
				verify = min(verify, timeOf(c.verify))
			}
			b.ReportMetric(float64(verify)/float64(bare), "x-bare")
			b.ReportMetric(float64(verify)/float64(reused), "x-reused")
		})
	}
}

// timeOf is how long some calls of f take: enough that reading the clock does not count, few enough to fit between two
// interruptions.
func timeOf(f func()) time.Duration {
	start := time.Now()
	for range 20 {
		f()
	}
	return time.Since(start)
}

type contest struct{ bare, reused, verify, secondKey func() }

func newContest(b *testing.B, size int) contest {
	body := bytes.Repeat([]byte("x"), size)
	h := signed(testKey, string(body))
	prefix := []byte("v0:1700000000:")
	sum := make([]byte, 0, sha256.Size)
	add := func(mac hash.Hash) {
		mac.Write(prefix)
		mac.Write(body)
		sum = mac.Sum(sum[:0])
	}
	mac := hmac.New(sha256.New, []byte(testKey))
	verifyWith := func(keys ...string) func() {
		v := newVerifier(b, webhook.Config{}, keys...)
		return func() {
			if err := v.Verify(h, body); err != nil {
				b.Fatal(err)
			}
		}
	}
	return contest{
		bare:      func() { add(hmac.New(sha256.New, []byte(testKey))) },
		reused:    func() { mac.Reset(); add(mac) },
		verify:    verifyWith(testKey),
		secondKey: verifyWith(otherKey, testKey),
	}
}

// BenchmarkHandler adds what it takes to read the body and hand it on.
func BenchmarkHandler(b *testing.B) {
	for _, bm := range benchSizes {
		b.Run(bm.name, func(b *testing.B) {
			body := bytes.Repeat([]byte("x"), bm.size)
			h := signed(testKey, string(body))
			handler := newVerifier(b, webhook.Config{}).Handler(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
			b.SetBytes(int64(bm.size))
			b.ReportAllocs()
			for b.Loop() {
				r := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body))
				r.Header = h
				handler.ServeHTTP(httptest.NewRecorder(), r)
			}
		})
	}
}

func BenchmarkParseEvent(b *testing.B) {
	body := []byte(testEvent)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := webhook.ParseEvent(body); err != nil {
			b.Fatal(err)
		}
	}
}
