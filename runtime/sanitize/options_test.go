package sanitize_test

import (
	"testing"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func TestOptions(t *testing.T) {
	type opts = []sanitize.Option
	tests := map[string]struct {
		opts     opts
		in, want object
	}{
		"never": {opts{sanitize.NeverSend("nick_name")},
			object{"nickName": "a", "NICK-NAME": "b", "user": object{"Nick Name": "c"}, "user.nickname": "d", "nick_names": "e"},
			object{"user": object{}, "nick_names": "e"}},
		"never of a path": {opts{sanitize.NeverSend("order.note")},
			object{"order": object{"note": "a", "id": "b"}, "note": "c", "order_note": "d"},
			object{"order": object{"id": "b"}, "note": "c"}},
		"never of a reserved key": {opts{sanitize.NeverSend("email", "ID")}, object{"email": "a", "id": "b", "plan": "c"}, object{"plan": "c"}},
		"never of the digest":     {opts{sanitize.NeverSend("phone_hash")}, object{"phone": "a"}, object{}},
		"never drops digests too": {opts{sanitize.NeverSend("nick")}, object{"nick_hash": "a"}, object{}},
		"hash":                    {opts{sanitize.Hash("email", "nick")}, object{"email": "a", "Nick": 7}, object{"email_hash": sum("a"), "Nick_hash": sum("7")}},
		"hash keeps digests":      {opts{sanitize.Hash("nick")}, object{"nick_hash": "abcdef"}, object{"nick_hash": "abcdef"}},
		"hash loosens nothing":    {opts{sanitize.Hash("iban")}, object{"iban": "a", "iban_hash": "b"}, sanitize.New().Attributes(object{"iban_hash": "b"})},
		"digest of a path":        {opts{sanitize.Hash("nick"), sanitize.NeverSend("user.nick_hash")}, object{"user": object{"nick": "a"}, "nick": "a"}, object{"user": object{}, "nick_hash": sum("a")}},
		"allow":                   {opts{sanitize.Allow("phone")}, object{"phone": "a", "Phone": "b", "ip": "c"}, object{"phone": "a", "Phone": "b", "ip_hash": sum("c")}},
		"allow rests detectors":   {opts{sanitize.Allow("order_ref")}, object{"orderRef": card, "note": card}, object{"orderRef": card, "note": "[redacted]"}},
		"allow is not deep":       {opts{sanitize.Allow("address")}, object{"address": object{"city": "a", "ssn": "b", "street_address": "c"}}, object{"address": object{"city": "a", "street_address_hash": sum("c")}}},
		"allow lifts never-send":  {opts{sanitize.Allow("iban")}, object{"iban": "a"}, object{"iban": "a"}},
		"allow not the frozen": {opts{sanitize.Allow("ssn", "SSN", "user.ssn", "credit-card", "Password", "taxID", "cvv")},
			object{"ssn": 1, "user": object{"ssn": 1}, "credit_card": 1, "password": 1, "tax_id": 1, "cvv": 1}, object{"user": object{}}},
		"never over hash":  {opts{sanitize.Hash("nick"), sanitize.NeverSend("nick")}, object{"nick": "a"}, object{}},
		"never over allow": {opts{sanitize.NeverSend("phone"), sanitize.Allow("phone")}, object{"phone": "a"}, object{}},
		"hash over allow":  {opts{sanitize.Allow("nick"), sanitize.Hash("nick")}, object{"nick": "a"}, object{"nick_hash": sum("a")}},
		"empty names":      {opts{sanitize.NeverSend("", "_-"), sanitize.Hash(""), sanitize.Allow("")}, object{"": "a", "_": "b", "x": "c"}, object{"": "a", "_": "b", "x": "c"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := sanitize.New(tt.opts...)
			got := s.Attributes(tt.in)
			equal(t, got, tt.want)
			equal(t, s.Attributes(got), tt.want)
		})
	}
}
