// Mode: probe.

// Package text shows texts: constants, what is computed from them, and whose data they
// carry.
package text

import (
	"bufio"
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
)

func probe(any) {}

type user struct{ Name, SSN string }

func constants(on bool) {
	s := "a"
	if on {
		s = "b"
	}
	probe(s) // want content:`"a" | "b"`
}

func concatenated(u user) {
	probe("number " + u.SSN) // want content:`never-send SSN | of "number " | param u.SSN`
	probe("a" + "b")         // want content:`"ab"`
}

func formatted(u user) {
	probe(fmt.Sprintf("%s/%s", u.Name, u.SSN)) // want content:`never-send SSN | of "/" | param u.Name% | param u.SSN%`
	probe(fmt.Sprint(u))                       // want content:`never-send SSN | param u.Name% | param u.SSN%`
	// TODO: of "%T". The name of a type carries no datum.
	probe(fmt.Sprintf("%T", u.SSN)) // want content:`unknown`
}

func changed(u user) {
	probe(strings.ToUpper(u.SSN))       // want content:`never-send SSN | param u.SSN`
	probe(strings.TrimSpace("a "))      // want content:`"a"`
	probe(len(u.SSN))                   // want content:`number`
	probe(strings.Contains(u.SSN, "0")) // want content:`some`
}

func asBytes(u user) {
	b := []byte(u.SSN)
	probe(b)         // want content:`never-send SSN | param u.SSN`
	probe(b[2:])     // want content:`never-send SSN | param u.SSN`
	probe(string(b)) // want content:`never-send SSN | param u.SSN`
}

func encoded(u user) {
	b, _ := json.Marshal(map[string]any{"ssn": u.SSN})
	probe(b) // want content:`raw {ssn: never-send SSN | param u.SSN}`
}

func built(u user) {
	var b strings.Builder
	b.WriteString("id ")
	b.WriteString(u.SSN)
	probe(b.String()) // want content:`never-send SSN | of "id " | param u.SSN%`
}

func digests(u user, key []byte) {
	probe(sha256.Sum256([]byte(u.SSN))) // want content:`never-send SSN | param u.SSN% | text`
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(u.SSN))
	probe(hex.EncodeToString(mac.Sum(nil))) // want content:`text`
}

func split(u user) {
	parts := strings.Split(u.SSN, "-")
	probe(parts)                   // want content:`raw {[]: never-send SSN | of "-" | param u.SSN% | text}`
	probe(parts[0])                // want content:`never-send SSN | of "-" | param u.SSN% | text`
	probe(strings.Join(parts, "")) // want content:`never-send SSN | of "" | of "-" | param u.SSN% | text`
}

func errorText(u user) {
	probe(fmt.Errorf("bad number %s", u.SSN)) // want content:`never-send SSN | of "bad number %s" | param u.SSN% | opaque`
}

func intoABuffer(u user) {
	dst := make([]byte, hex.EncodedLen(len(u.SSN)))
	hex.Encode(dst, []byte(u.SSN))
	probe(dst)         // want content:`never-send SSN | param u.SSN%`
	probe(string(dst)) // want content:`never-send SSN | param u.SSN%`
	clean := make([]byte, 8)
	hex.Encode(clean, []byte("plan"))
	probe(clean) // want content:`of "plan" | unknown`
	b := make([]byte, 16)
	base64.StdEncoding.Encode(b, []byte(u.SSN))
	probe(b) // want content:`never-send SSN | param u.SSN%`
}

func counted(u user) {
	probe(bytes.IndexByte([]byte(u.SSN), '-'))        // want content:`nothing`
	probe(slices.Index([]string{u.SSN}, "1"))         // want content:`nothing`
	probe(sort.SearchStrings([]string{u.SSN}, u.SSN)) // want content:`nothing`
}

func aLine(u user) {
	line, err := bufio.NewReader(strings.NewReader(u.SSN)).ReadString('\n')
	probe(line) // want content:`never-send SSN | param u.SSN%`
	probe(err)  // want content:`some`
}
