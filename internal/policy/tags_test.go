package policy

import (
	"reflect"
	"testing"

	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/runtime/pii"
)

func TestMark(t *testing.T) {
	t.Parallel()
	p, err := Parse("p.yml", []byte("tags:\n  never-send: [\"privacy:secret\"]\n  hash: [\"privacy:*\"]\n  allow: [\"privacy:none\", \"log:-\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	hash, never := keyclass.Mark{Class: pii.Hash, Foreign: true}, keyclass.Mark{Class: pii.NeverSend, Foreign: true}
	for tag, want := range map[reflect.StructTag]keyclass.Mark{
		``: {}, `privacy:"secret"`: never, `privacy:"personal"`: hash, `privacy:"none"`: {}, `log:"-"`: {}, `mask:"x"`: hash,
		`privacy:"none" mask:"x"`: {}, `privacy:"secret" log:"-"`: never, `pii:"hash" privacy:"secret"`: {Class: pii.Hash},
	} {
		if got := p.Mark(tag); got != want {
			t.Errorf("%s: %+v, want %+v", tag, got, want)
		}
	}
}
