package keyclass_test

import (
	"reflect"
	"testing"

	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/runtime/pii"
)

func TestAppendPath(t *testing.T) {
	type steps = []keyclass.Step
	for _, c := range []struct {
		around steps
		key    string
		want   string
	}{
		{nil, "number", "number"},
		{steps{{Key: "card"}}, "number", "card.number"},
		{steps{{Key: "cards", List: true}}, "number", "card.number"},
		{steps{{Key: "cards"}}, "number", "cards.number"},
		{steps{{Key: "ccnum_ms", List: true}}, "number", "ccnum_ms.number"},
		{steps{{Key: "ids", List: true}}, "x", "id.x"},
		{steps{{Key: "address", List: true}}, "x", "address.x"},
		{steps{{Key: "a"}, {Key: "b"}, {Key: "c"}, {Key: "d"}}, "e", "b.c.d.e"},
		{steps{{Key: "a"}, {Key: "b", Opaque: true}, {Key: "c"}}, "e", "c.e"},
	} {
		if got := string(keyclass.AppendPath(nil, c.around, c.key)); got != c.want {
			t.Errorf("%v, %q: %q, want %q", c.around, c.key, got, c.want)
		}
	}
}

func TestOfTag(t *testing.T) {
	type mark = keyclass.Mark
	hash, never := mark{Class: pii.Hash, Foreign: true}, mark{Class: pii.NeverSend, Foreign: true}
	for tag, want := range map[reflect.StructTag]mark{
		``: {}, `json:"a"`: {}, `pii:"never"`: {Class: pii.NeverSend}, `pii:"hash"`: {Class: pii.Hash}, `pii:"allow"`: {Allow: true},
		`pii:"true"`: hash, `pii:"false"`: {}, `pii:"nver"`: hash, `sensitive:"true"`: hash, `sensitive:"false"`: {},
		`redact:"complete"`: hash, `redact:"false"`: {}, `mask:"filled4"`: hash, `log:"-"`: hash, `log:"name"`: {},
		`masq:"secret"`: never, `masq:"other"`: hash, `datapolicy:"token"`: never, `datapolicy:"security-key,x"`: never, `datapolicy:"pii"`: hash,
		`pii:"true" masq:"secret"`: never, `pii:"allow" masq:"secret"`: {Allow: true}, `pii:"false" log:"-"`: hash, `pii:"hash" masq:"secret"`: {Class: pii.Hash},
	} {
		if got := keyclass.OfTag(tag); got != want {
			t.Errorf("OfTag(%s) = %+v, want %+v", tag, got, want)
		}
	}
}

func TestUnknownValue(t *testing.T) {
	for tag, want := range map[reflect.StructTag]bool{
		``: false, `pii:"true"`: false, `pii:"never"`: false, `pii:""`: false, `pii:"Never"`: true, `pii:"never-send"`: true, `sensitive:"x"`: false,
	} {
		if value, got := keyclass.UnknownValue(tag); got != want {
			t.Errorf("UnknownValue(%s) = %q, %v", tag, value, got)
		}
	}
}
