package sanitize_test

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// flat is a usual profile: ten keys, two of them hashed.
func flat() map[string]any {
	return map[string]any{
		"email": "pat@example.com", "first_name": "Pat", "last_name": "Doe", "plan": "premium",
		"created_at": 1700000000, "login_count": 42, "is_trial": false, "company": "Example Ltd",
		"phone": "+1-555-0123", "ip_address": "192.0.2.17",
	}
}

var (
	mapSink map[string]any
	sumSink [2][32]byte
)

// baseline does with a flat map what cannot be spared: it clones it and makes the two SHA-256 sums.
func baseline(in map[string]any) {
	mapSink = maps.Clone(in)
	sumSink[0] = sha256.Sum256([]byte(in["phone"].(string)))
	sumSink[1] = sha256.Sum256([]byte(in["ip_address"].(string)))
}

// BenchmarkFlat shows what a usual profile costs. The dictionary is loaded for the baseline too, so that the garbage
// collector has the same heap to scan.
func BenchmarkFlat(b *testing.B) {
	in := flat()
	mapSink = sanitize.Attributes(in)
	b.Run("baseline", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			baseline(in)
		}
	})
	b.Run("sanitize", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			mapSink = sanitize.Attributes(in)
		}
	})
}

// BenchmarkFlatRatio says how many times as long as the baseline sanitizing takes. It must stay below 2.5. The two take
// turns that are shorter than a slice of the scheduler, and the median counts: so whatever else the machine does slows
// both, and the ratio can be compared where the times of BenchmarkFlat cannot.
func BenchmarkFlatRatio(b *testing.B) {
	const turns = 200
	in := flat()
	timed := func(run func(map[string]any)) float64 {
		start := time.Now()
		for range turns {
			run(in)
		}
		return time.Since(start).Seconds()
	}
	sanitized := func(in map[string]any) { mapSink = sanitize.Attributes(in) }
	sanitized(in)
	var ratios []float64
	for b.Loop() {
		before := timed(baseline)
		ratios = append(ratios, timed(sanitized)/before)
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[len(ratios)/2], "x-baseline")
	b.ReportMetric(0, "ns/op") // of both together: nobody asks
}

// BenchmarkShapes shows what other payloads cost.
func BenchmarkShapes(b *testing.B) {
	items := make(list, 20)
	for i := range items {
		items[i] = object{"sku": "a-1", "qty": 2, "price": 9.99}
	}
	order := object{"email": "pat@example.com", "items": items, "card": object{"number": "1", "brand": "visa"}}
	text, err := json.Marshal(order)
	if err != nil {
		b.Fatal(err)
	}
	keyed := sanitize.New(sanitize.WithHashKey([]byte("an example of a key, not a secret")))
	reporting := sanitize.New(sanitize.WithReport(func(context.Context, sanitize.Report) {}))
	type profile struct{ Email, Plan, Phone string }
	in := flat()
	for _, bm := range []struct {
		name string
		run  func()
	}{
		{"keyed", func() { keyed.Attributes(in) }},
		{"report", func() { reporting.Attributes(in) }},
		{"nested", func() { sanitize.Attributes(order) }},
		{"struct", func() { sanitize.Attributes(object{"user": profile{"a@b.example", "pro", "+1"}}) }},
		{"json", func() { sanitize.JSON(text) }},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				bm.run()
			}
		})
	}
}

// BenchmarkText shows that time goes with the length of a text, whatever it looks like.
func BenchmarkText(b *testing.B) {
	for name, part := range map[string]string{
		"words":   "The quick brown fox, order 12345, jumps. ",
		"lines":   `{"plan":"pro","phone":"+1-555-0123","ssn":"900-12-3456"}` + "\n",
		"cut":     `{"plan":"pro","ssn":"900-12-3456","a":[`,
		"escaped": `{\"plan\":\"pro\",\"ssn\":\"900-12-3456\",\"a\":[`,
		"quotes":  `":`,
		"doubled": `""ssn"":""900-12-3456"",`,
		"digests": `"phone_hash":(`,
		"open":    `{`,
	} {
		for _, size := range []int{1 << 18, 1 << 22} {
			in := object{"note": strings.Repeat(part, size/len(part))}
			b.Run(name+"/"+strconv.Itoa(size>>10)+"KiB", func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					mapSink = sanitize.Attributes(in)
				}
			})
		}
	}
}
