// Mode: always.

// Package credentials has keys in the places where they are hard to replace.
// It has no golden file: what counts is that the fixed file compiles and the
// findings are gone.
package credentials

import (
	"crypto/hmac"
	"fmt"

	"github.com/customerio/go-customerio/v3"
)

const (
	_    = iota
	one  = iota
	text = "000011112222333344445555666677aa" // want `hardcoded App API key`
	two  = iota
)

func inAnIotaGroup() *customerio.APIClient { return customerio.NewAPIClient(text) }

const original = "000011112222333344445555666677ab" // want `hardcoded App API key`
const copied = original

func constantOfAConstant() *customerio.APIClient { return customerio.NewAPIClient(copied) }

func compared(k string) *customerio.APIClient {
	const expected = "000011112222333344445555666677ac" // want `hardcoded App API key`
	switch k {
	case expected, "other":
		return customerio.NewAPIClient(expected)
	case "":
		return customerio.NewAPIClient(("000011112222333344445555666677ad")) // want `hardcoded App API key`
	}
	return nil
}

func parenthesisedConstant() *customerio.APIClient {
	const key = ("000011112222333344445555666677ae") // in parentheses // want `hardcoded App API key`
	fmt.Println(len(key), key[0], key+"x", key == "y")
	return customerio.NewAPIClient(key)
}

func lengthIsConstant() *customerio.APIClient {
	const key = "000011112222333344445555666677af" // want `hardcoded App API key`
	const n = len(key)
	var buf [n]byte
	copy(buf[:], key)
	return customerio.NewAPIClient(key)
}

type secret string

func (s secret) reveal() string { return string(s) }

func typedConstant() *customerio.APIClient {
	const key secret = "000011112222333344445555666677ba" // want `hardcoded App API key`
	return customerio.NewAPIClient(key.reveal())
}

func untypedUsedAsTyped() *customerio.APIClient {
	const key = "000011112222333344445555666677bb" // want `hardcoded App API key`
	var s secret = key
	return customerio.NewAPIClient(s.reveal())
}

func inContainers(i int) []*customerio.APIClient {
	list := [...]string{2: "000011112222333344445555666677bc"}     // want `hardcoded App API key`
	byKey := map[string]int{"000011112222333344445555666677bd": 1} // want `hardcoded App API key`
	var all []*customerio.APIClient
	for k := range byKey {
		all = append(all, customerio.NewAPIClient(k))
	}
	return append(all, customerio.NewAPIClient(list[i]), customerio.NewAPIClient("000011112222333344445555666677be" /* the key */)) // want `hardcoded App API key`
}

func bytesOf() []byte { return []byte("000011112222333344445555666677bf") } // want `hardcoded App API key`

func fromBytes() *customerio.APIClient { return customerio.NewAPIClient(string(bytesOf())) }

var _ = hmac.Equal

func generic[S ~string](s S) *customerio.APIClient { return customerio.NewAPIClient(string(s)) }

func inferred() []*customerio.APIClient {
	return []*customerio.APIClient{generic("000011112222333344445555666677ca"), generic[secret]("000011112222333344445555666677cb")} // want `hardcoded App API key` `hardcoded App API key`
}

func multiline() *customerio.APIClient {
	return customerio.NewAPIClient("00001111222233334444" + // first // want `hardcoded App API key`
		"555566667777")
}

func computed(part string) *customerio.APIClient {
	return customerio.NewAPIClient("0000111122223333" + part) // want `hardcoded App API key`
}
