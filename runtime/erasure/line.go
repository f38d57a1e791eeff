package erasure

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
)

// What a journal's lines are about.
const (
	whatOpen     = "journal"  // the first line of a file
	whatTorn     = "torn"     // a fragment was found at the end of the file, and taken off
	whatBegin    = "begin"    // a run began, or went on
	whatEnd      = "end"      // a run ended
	whatSuppress = "suppress" // a step was done to a person, or failed
	whatDelete   = "delete"
	whatVerify   = "verify"
	whatReject   = "reject" // an identifier was refused
	whatInput    = "input"  // the sequence gave an error instead of a person
)

const (
	outcomeDone       = "done"
	outcomeFailed     = "failed"
	outcomeIncomplete = "incomplete"
)

// An entry is one line of a journal, in the order of its fields. The line ends with "mac", which is no field: it is
// over the bytes before it.
type entry struct {
	Seq       int64  `json:"seq"`  // 1 for the first line
	Time      string `json:"time"` // RFC 3339, UTC
	Run       int64  `json:"run,omitempty"`
	What      string `json:"what"`
	Who       string `json:"who,omitempty"` // the person, as HMAC
	ID        string `json:"id,omitempty"`  // the person, if the journal was asked to hold identifiers
	Outcome   string `json:"outcome,omitempty"`
	Status    int    `json:"status,omitempty"`
	Attempts  int    `json:"attempts,omitempty"`
	Error     string `json:"error,omitempty"`
	Workspace string `json:"workspace,omitempty"` // the site ID as HMAC, and the address of the API
	People    int    `json:"people,omitempty"`    // in the sequence; in "end"
	Left      int    `json:"left,omitempty"`      // of them not erased; in "end"
	Nonce     string `json:"nonce,omitempty"`     // in the first line, so that no two journals have a line in common
	Fragment  string `json:"fragment,omitempty"`  // in "torn"
	Prev      string `json:"prev"`                // SHA-256 of the line before, without its line feed; empty in the first
}

// How a line starts, and what follows its authenticated part.
const (
	lineStart = `{"seq":`
	macStart  = `,"mac":"`
	macEnd    = `"}`
	macLength = len(macStart) + 2*sha256.Size + len(macEnd)
)

// keyed makes HMACs under a journal's key, each for one purpose. As a function it does not print the key.
type keyed func(purpose string, data []byte) string

func newKeyed(key []byte) keyed {
	key = bytes.Clone(key)
	return func(purpose string, data []byte) string {
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte("ciolint erasure " + purpose + "\x00"))
		mac.Write(data)
		return hex.EncodeToString(mac.Sum(nil))
	}
}

func (k keyed) person(id string) string { return k("person", []byte(id)) }

// A chain is the state from which the next line follows.
type chain struct {
	keyed keyed
	seq   int64
	prev  string
}

// seal numbers an entry, links it to the line before, and signs it. The result ends with a line feed.
func (c *chain) seal(e entry) ([]byte, error) {
	e.Seq, e.Prev = c.seq+1, c.prev
	text, err := json.Marshal(e)
	if err != nil {
		return nil, err
	}
	body := text[:len(text)-len("}")]
	line := append(body, macStart+c.keyed("line", body)+macEnd...)
	c.advance(line)
	return append(line, '\n'), nil
}

// open checks that a line (without its line feed) is the next one and returns its entry, or else what is wrong.
func (c *chain) open(line []byte) (e entry, problem string) {
	body, ok := c.authentic(line)
	if !ok {
		return e, "is not as it was written, or was written with another key"
	}
	if json.Unmarshal(append(bytes.Clone(body), '}'), &e) != nil {
		return e, "is not JSON"
	}
	if e.Seq != c.seq+1 || e.Prev != c.prev {
		return e, "does not follow the line before it"
	}
	c.advance(line)
	return e, ""
}

func (c *chain) authentic(line []byte) (body []byte, ok bool) {
	cut := len(line) - macLength
	if cut < 0 {
		return nil, false
	}
	body = line[:cut]
	want := macStart + c.keyed("line", body) + macEnd
	return body, hmac.Equal(line[cut:], []byte(want))
}

func (c *chain) advance(line []byte) {
	sum := sha256.Sum256(line)
	c.seq++
	c.prev = hex.EncodeToString(sum[:])
}

// printable is a fragment of a line, for the record.
func printable(fragment []byte) string {
	return strings.ToValidUTF8(string(fragment[:min(len(fragment), maxFragment)]), "?")
}

// maxFragment bounds the record of a fragment: a line is shorter, and what else a crash leaves is zeros.
const maxFragment = 1024
