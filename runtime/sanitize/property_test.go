package sanitize_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// marker is in every value below a sensitive key that the generator makes, and nowhere else.
const marker = "5559990"

var (
	harmlessKeys  = []string{"email", "first_name", "plan", "created_at", "items", "meta", "a", "", "phone_verified", "cio_relationships", "identifiers", "note"}
	sensitiveKeys = []string{"ssn", "phone", "ip_address", "password", "address", "cvv", "Phone-Number", "socialSecurity", "STREET_ADDRESS", "card_number"}
)

type person struct {
	Name  string
	Phone any
	SSN   *string `json:"ssn,omitempty"`
	Rest  map[string]any
}

// payload generates payloads with every kind of value that the walker knows.
type payload struct{ r *rand.Rand }

func (p payload) pick(from []string) string { return from[p.r.IntN(len(from))] }

func (p payload) object(depth int) object {
	m := object{}
	for range p.r.IntN(6) {
		if p.r.IntN(3) == 0 {
			m[p.pick(sensitiveKeys)] = p.sensitive(depth - 1)
		} else {
			m[p.pick(harmlessKeys)] = p.harmless(depth - 1)
		}
	}
	if p.r.IntN(8) == 0 {
		m["phone_hash"] = "0123456789abcdef"
	}
	return m
}

// sensitive is a value in which everything is marked.
func (p payload) sensitive(depth int) any {
	text := "+1-" + marker
	if depth <= 0 {
		return text
	}
	return []any{
		text, 1005559990, 1005559990.0, json.Number("100" + marker), &text, []string{text, text}, []byte(text), e164(text), list{text, 5559990},
		object{"x": text, text: 1}, map[string]string{"y": text}, json.RawMessage(`"` + text + `"`), number{"1", marker}, secretive{text},
		struct{ V string }{text}, [1]string{text}, nil, list{p.sensitive(depth - 1)}, object{"z": p.sensitive(depth - 1)},
	}[p.r.IntN(19)]
}

func (p payload) harmless(depth int) any {
	text := p.pick([]string{"", "pro", "a b", "{", "[1]", `{"ssn":"` + marker + `","k":1}`, "pay " + card, ssn, "é\x00"})
	if depth <= 0 {
		return text
	}
	n := p.r.Int64N(1 << 50)
	switch p.r.IntN(16) {
	case 0:
		return p.object(depth)
	case 1:
		return list{p.object(depth), p.harmless(depth - 1)}
	case 2:
		return []object{p.object(depth)}
	case 3:
		return traits(p.object(depth))
	case 4:
		ssn := marker
		return person{Name: text, Phone: p.sensitive(depth), SSN: &ssn, Rest: p.object(depth)}
	case 5:
		return &person{Rest: p.object(depth)}
	case 6:
		data, _ := json.Marshal(p.object(depth))
		return json.RawMessage(data)
	case 7:
		return map[string]string{"phone": marker, "plan": text}
	case 8:
		return []any{n, uint64(n), float64(n), int32(7), json.Number("1.50"), true, nil}[p.r.IntN(7)]
	case 9:
		return []string{text, "x"}
	case 10:
		return []int64{n, 1}
	case 11:
		return time.Unix(n>>20, 0).UTC()
	case 12:
		return make(chan int)
	case 13:
		return &text
	case 14:
		return map[lang]any{2: p.object(depth)}
	}
	return text
}

func TestPropertiesOfRandomPayloads(t *testing.T) {
	sanitizers := map[string]*sanitize.Sanitizer{
		"default": sanitize.New(),
		"options": sanitize.New(sanitize.WithHashKey([]byte("key")), sanitize.NeverSend("meta.a"), sanitize.Hash("first_name"), sanitize.Allow("note")),
		"report":  sanitize.New(sanitize.WithReport(func(context.Context, sanitize.Report) {})),
	}
	for name, s := range sanitizers {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(1500) {
				in := payload{rand.New(rand.NewPCG(1, seed))}.object(4)
				twin := payload{rand.New(rand.NewPCG(1, seed))}.object(4)
				checkPayload(t, seed, s, in, twin)
			}
		})
	}
}

func checkPayload(t *testing.T, seed uint64, s *sanitize.Sanitizer, in, twin object) {
	t.Helper()
	for what, clean := range map[string]func(map[string]any) map[string]any{"Attributes": s.Attributes, "MessageData": s.MessageData} {
		once := clean(in)
		if fmt.Sprintf("%v", shape(in)) != fmt.Sprintf("%v", shape(twin)) {
			t.Fatalf("seed %d: %s changed its input", seed, what)
		}
		data, err := json.Marshal(once)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if strings.Contains(string(data), marker) {
			t.Fatalf("seed %d: %s let a marked value pass: %s", seed, what, data)
		}
		if twice := clean(once); !reflect.DeepEqual(once, twice) {
			t.Fatalf("seed %d: %s\nonce  %#v\ntwice %#v", seed, what, once, twice)
		}
	}
}

// A flat payload that nobody wants a report of takes short cuts. They must lead to the same place.
func TestAReportChangesNothing(t *testing.T) {
	t.Parallel()
	key := sanitize.WithHashKey([]byte("key"))
	quick, reporting := sanitize.New(key), sanitize.New(key, sanitize.WithReport(func(context.Context, sanitize.Report) {}))
	for seed := range uint64(3000) {
		in := payload{rand.New(rand.NewPCG(2, seed))}.object(1)
		if got, want := quick.Attributes(in), reporting.Attributes(in); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d:\nwithout a report %#v\nwith one         %#v", seed, got, want)
		}
	}
}

// shape is a payload without what differs between twins: addresses.
func shape(v any) any {
	rv := reflect.ValueOf(v)
	switch rv.Kind() {
	case reflect.Map:
		m := map[string]any{}
		for it := rv.MapRange(); it.Next(); {
			m[fmt.Sprint(it.Key())] = shape(it.Value().Interface())
		}
		return m
	case reflect.Slice, reflect.Array:
		var l []any
		for i := range rv.Len() {
			l = append(l, shape(rv.Index(i).Interface()))
		}
		return l
	case reflect.Pointer:
		return shape(rv.Elem().Interface())
	case reflect.Chan:
		return "channel"
	case reflect.Struct:
		if p, ok := v.(person); ok {
			return []any{p.Name, shape(p.Phone), shape(p.Rest)}
		}
	}
	return v
}

func TestConcurrentUse(t *testing.T) {
	s := sanitize.New(sanitize.WithHashKey([]byte("key")), sanitize.Hash("nick"), sanitize.WithReport(func(context.Context, sanitize.Report) {}))
	in := payload{rand.New(rand.NewPCG(2, 3))}.object(5)
	in["phone"], in["user"] = "+1", object{"card": object{"number": 1}, "nick": "x"}
	want := s.Attributes(in)
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 200 {
				if got := s.Attributes(in); !reflect.DeepEqual(got, want) {
					t.Errorf("got %v, want %v", got, want)
					return
				}
				sanitize.Attributes(object{fmt.Sprint("key_", g, "_", i): object{fmt.Sprint(i): 1}}) // churns the cache
			}
		})
	}
	wg.Wait()
}

// The answer may not depend on what the cache has seen.
func TestCacheChurnChangesNothing(t *testing.T) {
	in := object{"ssn": 1, "phone": "1", "plan": "pro", "user": object{"ip": "x", "password": 1}}
	want := sanitize.Attributes(in)
	for i := range 20_000 {
		sanitize.Attributes(object{fmt.Sprint("k", i): 1})
		if i%1000 == 0 {
			equal(t, sanitize.Attributes(in), want)
		}
	}
}

func TestAllocationsOfAFlatPayload(t *testing.T) {
	in := flat()
	sanitize.Attributes(in) // fills the cache
	// Four for the map and two for each of two digests. Some slack for other versions of Go.
	if n := testing.AllocsPerRun(200, func() { mapSink = sanitize.Attributes(in) }); n > 12 {
		t.Errorf("%v allocations", n)
	}
	nested := object{"user": flat(), "items": list{flat(), flat()}}
	sanitize.Attributes(nested)
	if n := testing.AllocsPerRun(200, func() { mapSink = sanitize.Attributes(nested) }); n > 50 {
		t.Errorf("%v allocations for a nested payload", n)
	}
}
