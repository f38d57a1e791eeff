// Mode: probe.

// Package unknown shows what cannot be told: it is unknown, and never absent.
package unknown

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
)

func probe(any) {}

func places(any) {}

func read(r io.Reader) {
	b, _ := io.ReadAll(r)
	// TODO: opaque, twice. What is read out of a parameter is new, and no duty of the callers.
	probe(b)         // want content:`param r`
	probe(string(b)) // want content:`param r`
}

func decoded(b []byte) {
	var m map[string]any
	_ = json.Unmarshal(b, &m)
	probe(m) // want content:`opaque`
}

type user struct {
	Name string `json:"name"`
	SSN  string `json:"ssn"`
}

func decodedStruct(r io.Reader) {
	var u user
	_ = json.NewDecoder(r).Decode(&u)
	probe(u)      // want content:`raw {name: text, ssn: never-send SSN | text}`
	probe(u.Name) // want content:`text`
}

func environment() {
	probe(os.Getenv("HOME")) // want content:`text`
}

func handler(w http.ResponseWriter, r *http.Request) {
	probe(r.FormValue("email")) // want content:`text`
	// TODO: raw {*: text}. The headers are no duty of whoever calls the handler.
	probe(r.Header)                      // want content:`param r.Header`
	probe(r.Header.Get("Authorization")) // want content:`never-send Authorization | param r.Header["Authorization"] | param r.Header["Authorization"][] | text`
}

func function(f func() map[string]any) {
	probe(f())  // want content:`param f`
	places(f()) // want places:`result of f`
}

func assertion(x any) {
	m, _ := x.(map[string]any)
	probe(m)  // want content:`param x`
	places(m) // want places:`param x`
}

func numbers(n int, on bool) {
	probe(n) // want content:`param n | number`
	probe(7) // want content:`"7" | number`
	// TODO: number | param n | of "1".
	probe(n + 1) // want content:`"1" | param n | number`
	probe(on)    // want content:`some`
	probe(n > 1) // want content:`some`
}

func null() {
	probe(nil)  // want content:`nothing`
	places(nil) // want places:`nowhere`
	var m map[string]any
	probe(m)  // want content:`nothing`
	places(m) // want places:`nowhere`
}

func catchAll(x any) {
	defer func() {
		// TODO: param x, or opaque. That a panic brings a value here is not seen.
		probe(recover()) // want content:`opaque`
	}()
	panic(x)
}
