package sanitize_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type base struct {
	ID     string `json:"id"`
	SSN    string
	hidden string
	Shadow string `json:"shadow"`
}

type hiddenBase struct {
	Seen  string
	Phone int64
}

type left struct{ Both, Left string }

type right struct{ Both, Right string }

type account struct {
	base
	*hiddenBase
	left
	right
	Self    *account `json:",omitempty"`
	Plan    string   `json:"plan"`
	Renamed string   `json:"phone"`
	Skipped string   `json:"-"`
	//lint:ignore SA5008 to encoding/json this is the name "-"
	Dash   string    `json:"-,"`
	Empty  string    `json:"empty,omitempty"`
	Zero   time.Time `json:"zero,omitzero"`
	Quoted int64     `json:"quoted,string"`
	//lint:ignore SA5008 encoding/json passes a bad name over
	Bad      string `json:"a\"b"`
	Shadow   int    `json:"shadow"`
	NickName string `pii:"never"`
	Locker   string `pii:"hash"`
	Open     string `json:"ip" pii:"allow"`
	private  string
}

func TestStructsByTheirJSONNames(t *testing.T) {
	in := account{
		base: base{ID: "7", SSN: ssn, hidden: "x", Shadow: "lost"}, hiddenBase: &hiddenBase{"yes", 5550123},
		left: left{"l", "l"}, right: right{"r", "r"},
		Plan: "pro", Renamed: "+1", Skipped: "x", Dash: "d", Quoted: 7, Bad: "b", Shadow: 1,
		NickName: "n", Locker: "l", Open: "192.0.2.1", private: "x",
	}
	want := object{
		"id": "7", "Seen": "yes", "Phone_hash": sum("5550123"), "Left": "l", "Right": "r", "plan": "pro",
		"phone_hash": sum("+1"), "-": "d", "quoted": "7", "Bad": "b", "shadow": 1, "Locker_hash": sum("l"), "ip_hash": sum("192.0.2.1"),
	}
	equal(t, sanitize.Attributes(object{"user": in}), object{"user": want})
	equal(t, sanitize.Attributes(object{"user": &in}), object{"user": want})
	equal(t, sanitize.Attributes(object{"users": []account{in}}), object{"users": list{want}})
}

type (
	traits   map[string]any
	lang     int
	byPtr    struct{ v string }
	byText   struct{ v string }
	embedded struct {
		//lint:ignore U1000 that a type embeds itself is the point
		*embedded
		netip.Addr `json:"addr"`
		Name       string
	}
	wide struct {
		A bool
		B *int
		C []string
		D map[lang]string
		E any
		F [2]float32
		G map[string]map[string][]int
		H []byte
		I json.RawMessage
		J *time.Time
		K byPtr
		L *byPtr
		M []byPtr
		N map[byText]int
		O struct {
			P uint8 `json:"p,omitempty"`
			Q error
		}
		R json.Number
		S url.Values
		T big.Int
		U http.Header
		V [3]byte
		W net.IP
		X *int    `json:"x,omitempty,string"`
		Y float64 `json:",string"`
		Z []lang
	}
)

func (l lang) MarshalText() ([]byte, error)   { return []byte(strings.Repeat("l", int(l))), nil }
func (b *byPtr) MarshalJSON() ([]byte, error) { return json.Marshal("ptr " + b.v) }
func (b byText) MarshalText() ([]byte, error) { return []byte("text " + b.v), nil }

// What is harmless must arrive as encoding/json would have written it.
func TestHarmlessValuesKeepTheirJSON(t *testing.T) {
	now := time.Unix(1700000000, 5).UTC()
	seven := 7
	full := wide{
		A: true, B: &seven, C: []string{"a"}, D: map[lang]string{1: "one", 2: "two"}, E: traits{"x": 1.5},
		F: [2]float32{0.1, 2}, G: map[string]map[string][]int{"a": {"b": {1, 2}}}, H: []byte("hello"),
		I: json.RawMessage(`{"a":[1.50,null]}`), J: &now, K: byPtr{"k"}, L: &byPtr{"l"}, M: []byPtr{{"m"}},
		N: map[byText]int{{"n"}: 1}, R: "12.50", S: url.Values{"q": {"1"}}, T: *big.NewInt(12345678901234),
		U: http.Header{"X-Plan": {"pro"}}, V: [3]byte{1, 2, 3}, X: &seven, Y: 2.5, Z: []lang{3},
	}
	values := map[string]any{
		"empty struct":   wide{},
		"struct":         full,
		"pointer":        &full,
		"structs":        []wide{full, {}},
		"pointers":       []*wide{&full, nil},
		"array":          [1]wide{full},
		"map":            map[string]wide{"a": full},
		"map of ptr":     map[int]*wide{3: &full},
		"any map":        map[string]any{"a": []any{nil, true, 1, "x", 1.5, json.Number("1")}},
		"embedded self":  embedded{Name: "x", Addr: netip.MustParseAddr("192.0.2.1")},
		"named map":      traits{"a": traits{"b": 1}},
		"nil slices":     []any{[]string(nil), []any(nil), []int(nil), map[string]int(nil), (*int)(nil)},
		"nested slices":  [][]int{{1}, nil, {2, 3}},
		"interface ptr":  func() any { var x any = 5; return &x }(),
		"bool keys none": map[uint8]bool{1: true},
		"duration":       time.Second,
		"named byte":     []byte{},
	}
	for name, v := range values {
		t.Run(name, func(t *testing.T) {
			want, err := json.Marshal(object{"v": v})
			if err != nil {
				t.Fatal(err)
			}
			got, err := json.Marshal(sanitize.Attributes(object{"v": v}))
			if err != nil {
				t.Fatal(err)
			}
			var g, w any
			json.Unmarshal(got, &g)
			json.Unmarshal(want, &w)
			if !reflect.DeepEqual(g, w) {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestKeptValuesKeepTheirType(t *testing.T) {
	for _, v := range []any{
		"x", e164("x"), 1, int8(1), uint64(5), 1.5, float32(1), true, time.Second, time.Unix(0, 0), json.Number("5"),
		[]string{"a"}, []int{1}, []float64{1}, []e164{"a"}, [2]int{1, 2}, []map[string]any{{"a": 1}}, []byte("x"),
		json.RawMessage(`{"a":1}`), math.Inf(1), list{1, "x"}, object{"a": 1},
	} {
		equal(t, sanitize.Attributes(object{"v": v}), object{"v": v})
	}
	equal(t, sanitize.Attributes(object{"v": map[string]string{"a": "b"}}), object{"v": object{"a": "b"}})
	equal(t, sanitize.Attributes(object{"v": map[any]any{"a": 1, 2: "b"}}), object{"v": object{"a": 1, "2": "b"}})
}

func TestSensitiveKeysInTypedContainers(t *testing.T) {
	tests := map[string]any{
		"map[string]string":  map[string]string{"ssn": ssn, "phone": "1", "plan": "p"},
		"named map":          traits{"ssn": ssn, "phone": "1", "plan": "p"},
		"named key":          map[e164]string{"ssn": ssn, "phone": "1", "plan": "p"},
		"any key":            map[any]any{"ssn": ssn, "phone": "1", "plan": "p"},
		"pointer to map":     &map[string]any{"ssn": ssn, "phone": "1", "plan": "p"},
		"raw json":           json.RawMessage(`{"ssn":1,"phone":"1","plan":"p"}`),
		"pointer to raw":     ptr(json.RawMessage(`{"ssn":1,"phone":"1","plan":"p"}`)),
		"json marshaler":     custom(`{"ssn":1,"phone":"1","plan":"p"}`),
		"struct":             struct{ Ssn, phone, Phone, Plan string }{"1", "", "1", "p"},
		"struct in a struct": struct{ V any }{object{"ssn": ssn, "phone": "1", "plan": "p"}},
	}
	for name, v := range tests {
		t.Run(name, func(t *testing.T) {
			data, err := json.Marshal(sanitize.Attributes(object{"v": v}))
			if err != nil {
				t.Fatal(err)
			}
			text := strings.ToLower(string(data))
			if !strings.Contains(text, `"phone_hash":"`+sum("1")+`"`) || !strings.Contains(text, `"plan":"p"`) ||
				strings.Contains(text, `"phone":`) || strings.Contains(text, "ssn") {
				t.Errorf("%s", data)
			}
		})
	}
}

type custom string

func (c custom) MarshalJSON() ([]byte, error) { return []byte(c), nil }

type node struct {
	Name string
	Next *node
}

type loop *loop

func TestCyclesEnd(t *testing.T) {
	m := object{"a": 1}
	m["self"] = m
	equal(t, sanitize.Attributes(m), object{"a": 1})

	l := list{1, nil}
	l[1] = l
	equal(t, sanitize.Attributes(object{"l": l}), object{"l": list{1, nil}})

	n := &node{Name: "n"}
	n.Next = n
	equal(t, sanitize.Attributes(object{"n": n}), object{"n": object{"Name": "n"}})

	var p loop
	p = &p
	equal(t, sanitize.Attributes(object{"p": p, "a": 1}), object{"a": 1})

	mm := map[string]object{}
	mm["x"] = object{"back": mm}
	equal(t, sanitize.Attributes(object{"m": mm}), object{"m": object{"x": object{}}})

	mm2 := []map[string]any{{"a": 1}}
	mm2[0]["again"] = mm2
	equal(t, sanitize.Attributes(object{"m": mm2}), object{"m": []map[string]any{{"a": 1}}})

	// Below a hash key too.
	equal(t, sanitize.Attributes(object{"phone": m}), object{"phone_hash": sum(`{"a":1}`)})
	equal(t, sanitize.Attributes(object{"phone": l}), object{"phone_hash": list{sum("1"), nil}})
}

func TestSharedValuesAreNoCycle(t *testing.T) {
	shared := object{"a": 1}
	in := object{"x": shared, "y": shared, "l": list{shared, shared}}
	equal(t, sanitize.Attributes(in), in)
}

func TestDepthIsBounded(t *testing.T) {
	deep := object{"ssn": ssn}
	for range 100_000 {
		deep = object{"next": deep}
	}
	long := &node{}
	for range 100_000 {
		long = &node{Next: long}
	}
	var slices any = ssn
	for range 100_000 {
		slices = list{slices}
	}
	got := sanitize.Attributes(object{"deep": deep, "long": long, "slices": slices, "text": strings.Repeat("[", 9000) + strings.Repeat("]", 9000)})
	data, err := json.Marshal(got)
	if err != nil || strings.Contains(string(data), ssn) || len(data) > 5000 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	equal(t, sanitize.Attributes(got), got)
}

func TestAPayloadWithTooManyKeysIsDropped(t *testing.T) {
	in := make(object, 1<<20+1)
	for i := range 1<<20 + 1 {
		in[strconv.Itoa(i)] = nil
	}
	equal(t, reportOf(t, in), "dropped  (too many values)\n")
	equal(t, sanitize.Attributes(in), object{})
}

func TestLongTextsCountTowardsTheSize(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	l := make(list, 1<<20-100)
	l[0], l[1], l[2], l[3] = long, []string{long, "a"}, []byte(long), "b"
	got := sanitize.Attributes(object{"l": l})["l"].(list)
	equal(t, got[:5], list{nil, []string{"", "a"}, nil, "b", nil})
}

func TestSizeIsBounded(t *testing.T) {
	// Twenty-five levels, each twice in the next: 2^25 values from a handful of maps.
	bomb := object{"leaf": 1}
	for range 25 {
		bomb = object{"a": bomb, "b": bomb}
	}
	start := time.Now()
	sanitize.Attributes(object{"bomb": bomb, "big": make([]struct{}, 1<<24), "arr": new([1 << 22]int)})
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}

type panicking struct{ Phone string }

func (p panicking) MarshalJSON() ([]byte, error) { panic(p.Phone) }

type panickingText struct{ Phone string }

func (p panickingText) MarshalText() ([]byte, error) { panic(p.Phone) }

type panickingString struct{ Phone string }

func (p panickingString) String() string { panic(p.Phone) }

type panickingZero struct{ Phone string }

func (p panickingZero) IsZero() bool { panic(p.Phone) }

type failing struct{ Phone string }

func (f failing) MarshalJSON() ([]byte, error) { return nil, errors.New(f.Phone) }

func TestPanicsAndErrorsOfMethodsStayInside(t *testing.T) {
	for _, v := range []any{
		panicking{"+15550123"}, &panicking{"+15550123"}, panickingText{"+15550123"}, failing{"+15550123"}, custom(`{"a":`), custom(`1 2`),
		map[panickingText]int{{"+15550123"}: 1},
		struct {
			X panickingZero `json:",omitzero"`
		}{panickingZero{"+15550123"}},
	} {
		got := sanitize.Attributes(object{"list": list{1, object{"v": v, "w": "x"}}, "phone": v, "plan": "pro"})
		data, _ := json.Marshal(got)
		if strings.Contains(string(data), "5550123") || got["plan"] != "pro" || got["list"].(list)[1].(object)["w"] != "x" {
			t.Errorf("%T: %s", v, data)
		}
	}
	equal(t, sanitize.Attributes(object{"phone": panickingString{"+15550123"}, "a": 1}), object{"a": 1})
	equal(t, sanitize.Attributes(object{"phone": object{"x": panicking{"+15550123"}, "y": 1}}), object{"phone_hash": sum(`{"y":1}`)})
}

func TestStrangeKeys(t *testing.T) {
	huge := strings.Repeat("k", 1<<20)
	in := object{"": 1, "\xff\xfe": 2, huge: 3, ".": 4, "...": 5, "_hash": 6, strings.Repeat(".", 5000): 7, "\x00": 8}
	equal(t, sanitize.Attributes(in), in)
	equal(t, sanitize.New(sanitize.Hash("x")).Attributes(object{"n": in}), object{"n": in})
}
