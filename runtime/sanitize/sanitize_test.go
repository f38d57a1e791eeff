package sanitize_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"math"
	"net/netip"
	"reflect"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// sum is the documented digest, made independently of the package.
func sum(text string) string {
	s := sha256.Sum256([]byte(text))
	return hex.EncodeToString(s[:])[:16]
}

// Values that look real are put together here, so that no scanner finds them in the source.
const (
	card = "4111" + "1111" + "1111" + "1111"
	ssn  = "536" + "-22" + "-1234"
)

type (
	object = map[string]any
	list   = []any
)

func equal(t *testing.T, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %#v\nwant %#v", got, want)
	}
}

func TestTheDocumentedProfile(t *testing.T) {
	got := sanitize.Attributes(object{
		"email": "pat@example.com", "first_name": "Pat", "phone": "+1-555-0123", "ssn": ssn, "plan": "pro",
	})
	equal(t, got, object{
		"email": "pat@example.com", "first_name": "Pat", "phone_hash": sum("+1-555-0123"), "plan": "pro",
	})
	// The same by an independent tool: printf %s '+1-555-0123' | sha256sum
	equal(t, got["phone_hash"], "100978d4e704e8c8")
}

func TestNilStaysNilAndEmptyStaysEmpty(t *testing.T) {
	if got := sanitize.Attributes(nil); got != nil {
		t.Errorf("nil became %#v", got)
	}
	equal(t, sanitize.Attributes(object{}), object{})
	equal(t, sanitize.MessageData(nil), object(nil))
}

type (
	e164    string
	celsius float32
	port    uint16
)

type number struct{ cc, nsn string }

func (n number) String() string { return "+" + n.cc + n.nsn }

type secretive struct{ digits string }

func (s secretive) MarshalJSON() ([]byte, error) { return json.Marshal(s.digits) }

func TestValuesOfAnyTypeAreHashed(t *testing.T) {
	text := "+1-555-0123"
	pText := &text
	tests := map[string]struct{ in, want any }{
		"string":           {text, sum(text)},
		"empty string":     {"", sum("")},
		"named string":     {e164(text), sum(text)},
		"pointer":          {&text, sum(text)},
		"pointer twice":    {&pText, sum(text)},
		"int":              {15550123, sum("15550123")},
		"int8":             {int8(-5), sum("-5")},
		"int32":            {int32(15550123), sum("15550123")},
		"int64":            {int64(15550123), sum("15550123")},
		"uint":             {uint(15550123), sum("15550123")},
		"uint64":           {uint64(math.MaxUint64), sum("18446744073709551615")},
		"float64":          {1.5550123e7, sum("15550123")},
		"large float64":    {1e21, sum("1000000000000000000000")},
		"minus zero":       {math.Copysign(0, -1), sum("0")},
		"float32":          {float32(0.1), sum("0.1")},
		"named float":      {celsius(0.1), sum("0.1")},
		"named unsigned":   {port(443), sum("443")},
		"json.Number":      {json.Number("15550123"), sum("15550123")},
		"json exponent":    {json.Number("1.5550123e7"), sum("15550123")},
		"json fraction":    {json.Number("15550123.00"), sum("15550123")},
		"json small":       {json.Number("-12e-3"), sum("-0.012")},
		"json bomb":        {json.Number("1e999999999"), sum("1e999999999")},
		"not a number":     {math.NaN(), sum("NaN")},
		"bool":             {true, sum("true")},
		"bytes":            {[]byte(text), sum(text)},
		"byte array":       {[3]byte{'a', 'b', 'c'}, sum("abc")},
		"text marshaler":   {netip.MustParseAddr("192.0.2.1"), sum("192.0.2.1")},
		"json marshaler":   {secretive{text}, sum(text)},
		"stringer":         {number{"1", "5550123"}, sum("+15550123")},
		"time":             {time.Unix(0, 0).UTC(), sum("1970-01-01T00:00:00Z")},
		"raw json":         {json.RawMessage(`"+1-555-0123"`), sum(text)},
		"raw json number":  {json.RawMessage(`1.5550123e7`), sum("15550123")},
		"strings":          {[]string{"a", "b"}, []string{sum("a"), sum("b")}},
		"any list":         {list{"a", 7, nil}, list{sum("a"), sum("7"), nil}},
		"ints":             {[]int{7, 8}, list{sum("7"), sum("8")}},
		"array":            {[2]string{"a", "b"}, list{sum("a"), sum("b")}},
		"map":              {object{"home": text, "b": 1.0}, sum(`{"b":1,"home":"+1-555-0123"}`)},
		"typed map":        {map[string]string{"home": text}, sum(`{"home":"+1-555-0123"}`)},
		"map with ssn":     {object{"home": text, "ssn": ssn}, sum(`{"home":"+1-555-0123"}`)},
		"map with phone":   {object{"phone": text}, sum(`{"phone":"+1-555-0123"}`)},
		"list of maps":     {list{object{"n": "1"}}, list{sum(`{"n":"1"}`)}},
		"typed list":       {[]object{{"n": "1"}}, list{sum(`{"n":"1"}`)}},
		"struct":           {struct{ Home string }{text}, sum(`{"Home":"+1-555-0123"}`)},
		"html is as it is": {object{"a": "<&>"}, sum(`{"a":"<&>"}`)},
		"nil":              {nil, nil},
		"nil pointer":      {(*string)(nil), nil},
		"nil list":         {list(nil), nil},
		"nil map":          {map[string]string(nil), nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			equal(t, sanitize.Attributes(object{"phone": tt.in}), object{"phone_hash": tt.want})
		})
	}
}

func TestHashKeyWithoutAWrittenFormIsDropped(t *testing.T) {
	for _, v := range []any{make(chan int), func() {}, 1i, json.RawMessage(`{`), object{"x": math.NaN()}} {
		equal(t, sanitize.Attributes(object{"phone": v, "plan": "pro"}), object{"plan": "pro"})
	}
}

func TestNoPartOfANestedAddressRemains(t *testing.T) {
	got := sanitize.Attributes(object{"address": object{"city": "Springfield", "line1": "742 Evergreen Terrace"}})
	equal(t, got, object{"address_hash": sum(`{"city":"Springfield","line1":"742 Evergreen Terrace"}`)})
}

func TestExistingDigest(t *testing.T) {
	digest := sum("+1-555-0123")
	tests := map[string]struct{ in, want object }{
		"kept":                  {object{"phone_hash": digest}, object{"phone_hash": digest}},
		"other kinds kept":      {object{"phone_hash": "sha256:abc/+="}, object{"phone_hash": "sha256:abc/+="}},
		"list kept":             {object{"phone_hash": list{digest, nil}}, object{"phone_hash": list{digest, nil}}},
		"raw value wins":        {object{"phone_hash": "abc", "phone": "+1-555-0123"}, object{"phone_hash": digest}},
		"nil does not undo it":  {object{"phone_hash": digest, "phone": nil}, object{"phone_hash": digest}},
		"a phone number":        {object{"phone_hash": "+1-555-0123"}, object{"phone_hash": digest}},
		"a number":              {object{"phone_hash": 15550123}, object{"phone_hash": sum("15550123")}},
		"an unsigned number":    {object{"phone_hash": uint16(555)}, object{"phone_hash": sum("555")}},
		"an address":            {object{"ip_hash": "192.0.2.1"}, object{"ip_hash": sum("192.0.2.1")}},
		"lines":                 {object{"address_hash": "1 Main St"}, object{"address_hash": sum("1 Main St")}},
		"a list of raw":         {object{"phone_hash": []string{"+15550123"}}, object{"phone_hash": []string{sum("+15550123")}}},
		"a pointer to raw":      {object{"phone_hash": ptr("+15550123")}, object{"phone_hash": sum("+15550123")}},
		"raw json":              {object{"phone_hash": json.RawMessage(`"+15550123"`)}, object{"phone_hash": sum("+15550123")}},
		"ssn inside is dropped": {object{"phone_hash": object{"ssn": ssn}}, object{"phone_hash": object{}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			for range 20 { // maps have no order
				equal(t, sanitize.Attributes(tt.in), tt.want)
			}
		})
	}
}

func ptr[T any](v T) *T { return &v }

func TestReservedKeysPassUntouched(t *testing.T) {
	in := object{
		"id": card, "email": card + "@example.com", "anonymous_id": ssn, "created_at": int64(4111111111111111),
		"_timestamp": 1, "_update": true, "unsubscribed": false, "recipient": "a@example.com", "from_address": "b@example.com",
		"reply_to": "c@example.com",
		"cio_subscription_preferences": object{
			"topics": object{"topic_1": true, "phone": true, "ssn": false},
		},
		"cio_subscription_preferences.topics.topic_1": true,
		"cio_subscription_preferences.topics.phone":   false,
		"cio_relationships": object{
			"action": "add_relationships",
			"relationships": list{
				object{"identifiers": object{"object_type_id": "1", "object_id": card, "email": ssn}},
			},
		},
	}
	equal(t, sanitize.Attributes(in), in)
	equal(t, sanitize.MessageData(in), in)
}

func TestBelowReservedKeysIsClean(t *testing.T) {
	tests := map[string]struct{ in, want object }{
		"relationship attributes": {
			object{"cio_relationships": object{"relationships": list{object{
				"identifiers":             object{"object_id": "acme", "ssn": ssn},
				"relationship_attributes": object{"role": "admin", "phone": "1", "ssn": ssn, "note": "card " + card},
			}}}},
			object{"cio_relationships": object{"relationships": list{object{
				"identifiers":             object{"object_id": "acme"},
				"relationship_attributes": object{"role": "admin", "phone_hash": sum("1"), "note": "card [redacted]"},
			}}}},
		},
		"preferences": {
			object{"cio_subscription_preferences": object{"topics": object{"ssn": ssn}, "phone": "1"}},
			object{"cio_subscription_preferences": object{"topics": object{}, "phone_hash": sum("1")}},
		},
		"dotted preferences":               {object{"cio_subscription_preferences.ssn": ssn}, object{}},
		"a map as email":                   {object{"email": object{"ssn": ssn}}, object{"email": object{}}},
		"an id further down":               {object{"order": object{"id": card}}, object{"order": object{"id": "[redacted]"}}},
		"a reserved name in other letters": {object{"ID": card}, object{"ID": "[redacted]"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) { equal(t, sanitize.Attributes(tt.in), tt.want) })
	}
}

func TestKeysAreReadTogetherWithThoseAround(t *testing.T) {
	tests := map[string]struct{ in, want object }{
		"card":           {object{"card": object{"number": "1", "brand": "visa"}}, object{"card": object{"brand": "visa"}}},
		"wrapped":        {object{"data": object{"card": object{"number": 1}}}, object{"data": object{"card": object{}}}},
		"list":           {object{"cards": list{object{"number": "1"}}}, object{"cards": list{object{}}}},
		"deeper":         {object{"api": object{"key": "x"}}, object{"api": object{}}},
		"dotted":         {object{"card.number": "1", "note.card.number": "1", "has.phone": true}, object{"has.phone": true}},
		"further out":    {object{"note": object{"card": object{"number": "1"}}, "a": object{"has": object{"phone": true}}}, object{"note": object{"card": object{}}, "a": object{"has": object{"phone_hash": sum("true")}}}},
		"far out":        {object{"a": object{"note": object{"geo": object{"lng": 1}}}}, object{"a": object{"note": object{"geo": object{"lng_hash": sum("1")}}}}},
		"bare":           {object{"number": "1"}, object{"number": "1"}},
		"ssn in a list":  {object{"dependents": list{object{"ssn": "1", "name": "x"}}}, object{"dependents": list{object{"name": "x"}}}},
		"digest of path": {object{"geo": object{"lng": 1}}, object{"geo": object{"lng_hash": sum("1")}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := sanitize.Attributes(tt.in)
			equal(t, got, tt.want)
			equal(t, sanitize.Attributes(got), tt.want)
		})
	}
}

func TestDetectorsRedactOnlyTheMatch(t *testing.T) {
	jwt := "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiJwYXQifQ." + "c2lnbmF0dXJlc2lnbmF0dXJl"
	tests := map[string]struct{ in, want any }{
		"card in text":     {"pay with " + card + " please", "pay with [redacted] please"},
		"two":              {ssn + " and " + card, "[redacted] and [redacted]"},
		"strings":          {[]string{"ok", "x " + card}, []string{"ok", "x [redacted]"}},
		"list":             {list{"ok", ssn}, list{"ok", "[redacted]"}},
		"named string":     {e164(ssn), "[redacted]"},
		"pointer":          {ptr(ssn), "[redacted]"},
		"token":            {"t=" + jwt, "t=[redacted]"},
		"int":              {4111111111111111, "[redacted]"},
		"int64":            {int64(4111111111111111), "[redacted]"},
		"uint64":           {uint64(4111111111111111), "[redacted]"},
		"float64":          {4111111111111111.0, "[redacted]"},
		"json.Number":      {json.Number("4.111111111111111e15"), "[redacted]"},
		"list of int64":    {[]int64{1, 4111111111111111}, list{int64(1), "[redacted]"}},
		"bytes":            {[]byte("x " + ssn), []byte("x [redacted]")},
		"raw json":         {json.RawMessage(`{"note": "` + ssn + `"}`), json.RawMessage(`{"note":"[redacted]"}`)},
		"json in a string": {`{"ssn":"1","note":"` + ssn + `"}`, `{"note":"[redacted]"}`},
		"harmless json":    {`{ "b":1, "a":[1.50] }`, `{ "b":1, "a":[1.50] }`},
		"hidden twice":     {`{"a":"` + ssn + `","a":"x"}`, `{"a":"x"}`},
		"milliseconds":     {1700000000000, 1700000000000},
		"a link":           {"https://example.com/orders/10012345", "https://example.com/orders/10012345"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			equal(t, sanitize.Attributes(object{"note": tt.in}), object{"note": tt.want})
		})
	}
}

func TestAKeyThatHoldsACardNumberIsDropped(t *testing.T) {
	equal(t, sanitize.Attributes(object{"cards_seen": object{card: true, "none": false}}),
		object{"cards_seen": object{"none": false}})
}

func TestMessageDataDelivers(t *testing.T) {
	jwt := "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiJwYXQifQ." + "c2lnbmF0dXJlc2lnbmF0dXJl"
	link := "https://example.com/verify?token=" + jwt
	in := object{
		"otp": 123456, "reset_link": link, "password_reset_token": jwt, "action_url": link, "plan": "pro",
		"password": "hunter2", "ssn": ssn, "phone": "1", "note": "your token is " + jwt, "verification_code": "card " + card,
		"card": object{"verification_code": "123"},
	}
	got := sanitize.MessageData(in)
	equal(t, got, object{
		"otp": 123456, "reset_link": link, "password_reset_token": jwt, "action_url": link, "plan": "pro",
		"phone_hash": sum("1"), "note": "your token is [redacted]", "verification_code": "card [redacted]",
		"card": object{},
	})
	equal(t, sanitize.MessageData(got), got)
	for _, key := range []string{"otp", "reset_link", "password_reset_token"} {
		if _, isThere := sanitize.Attributes(in)[key]; isThere {
			t.Errorf("Attributes kept %s", key)
		}
	}
}

func TestInputIsNeitherChangedNorShared(t *testing.T) {
	inner, tags, raw := object{"a": "x"}, []string{"a"}, []byte("abc")
	any1, typed := list{"x"}, map[string]string{"a": "x"}
	in := object{"ssn": ssn, "phone": "1", "inner": inner, "tags": tags, "raw": raw, "any": any1, "typed": typed, "ints": []int{1}}
	out := sanitize.Attributes(in)
	equal(t, in, object{"ssn": ssn, "phone": "1", "inner": object{"a": "x"}, "tags": []string{"a"}, "raw": []byte("abc"),
		"any": list{"x"}, "typed": map[string]string{"a": "x"}, "ints": []int{1}})

	out["inner"].(object)["a"] = "changed"
	out["tags"].([]string)[0] = "changed"
	out["raw"].([]byte)[0] = '!'
	out["any"].(list)[0] = "changed"
	out["typed"].(object)["a"] = "changed"
	out["ints"].([]int)[0] = 9
	if inner["a"] != "x" || tags[0] != "a" || raw[0] != 'a' || any1[0] != "x" || typed["a"] != "x" || in["ints"].([]int)[0] != 1 {
		t.Error("the result shares memory with the input")
	}
}

func TestKeyedDigestIsHMAC(t *testing.T) {
	key := []byte("an example of a key, not a secret")
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("+1-555-0123"))
	want := hex.EncodeToString(mac.Sum(nil))[:16]

	s := sanitize.New(sanitize.WithHashKey(key))
	key[0] = 'X'  // the key was copied
	for range 3 { // the pooled state is clean each time
		equal(t, s.Attributes(object{"phone": "+1-555-0123"}), object{"phone_hash": want})
	}
}

func TestEmptyHashKeyFailsClosed(t *testing.T) {
	for _, key := range [][]byte{nil, {}} {
		s := sanitize.New(sanitize.WithHashKey(key))
		equal(t, s.Attributes(object{"phone": "1", "phone_hash": "+15550123", "plan": "pro", "ip": nil}),
			object{"phone_hash": "[redacted]", "plan": "pro", "ip_hash": nil})
	}
}

func TestZeroAndNilSanitizer(t *testing.T) {
	var zero sanitize.Sanitizer
	var none *sanitize.Sanitizer
	for _, s := range []*sanitize.Sanitizer{&zero, none, sanitize.New(nil)} {
		equal(t, s.Attributes(object{"phone": "1", "ssn": "1"}), object{"phone_hash": sum("1")})
	}
	if out, err := none.JSON([]byte(`{"ssn":1}`)); err != nil || string(out) != "{}" {
		t.Errorf("%s, %v", out, err)
	}
}
