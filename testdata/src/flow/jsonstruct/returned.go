package jsonstruct

import (
	"encoding/json"

	customerio "github.com/customerio/go-customerio/v3"
)

// decodedInTheReturn relies on the compiler, as much code does: the variable
// is read after the call beside it.
func decodedInTheReturn[T any](v T) (map[string]any, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var m map[string]any
	return m, json.Unmarshal(b, &m)
}

func readBeforeTheReturn[T any](v T) (map[string]any, error) {
	b, _ := json.Marshal(v)
	var m map[string]any
	old := m
	return old, json.Unmarshal(b, &m)
}

func sendDecoded(c *customerio.CustomerIO, number string) {
	type form struct {
		Number string `json:"ssn"`
	}
	m, _ := decodedInTheReturn(form{Number: number}) // want `never-send key "ssn" reaches`
	c.Identify("u1", m)
	m, _ = readBeforeTheReturn(form{Number: number})
	c.Identify("u1", m)
}
