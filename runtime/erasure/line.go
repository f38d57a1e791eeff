package erasure

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"strconv"
	"strings"
	"time"
)

// What a journal's lines are about, besides what became of a person; see [Outcome].
const (
	whatOpen  = "journal" // the first line
	whatTorn  = "torn"    // an incomplete end was found, and taken off
	whatBegin = "begin"   // a run began, or went on
	whatEnd   = "end"     // a run ended
)

// A line is one line of a journal, in the order of its fields. The line ends with "mac", which is no field: it is over
// the bytes before it and the mac of the line before.
type line struct {
	Seq       int64  `json:"seq"`  // 1 for the first line
	Time      string `json:"time"` // RFC 3339, UTC, milliseconds
	Run       int64  `json:"run,omitempty"`
	What      string `json:"what"`
	Who       string `json:"who,omitempty"`      // the person, as HMAC
	ID        string `json:"id,omitempty"`       // the person, if the journal was asked to hold identifiers
	Suppress  int    `json:"suppress,omitempty"` // requests of a step that succeeded
	Delete    int    `json:"delete,omitempty"`
	Verify    int    `json:"verify,omitempty"`
	Failed    string `json:"failed,omitempty"` // the step that did not
	Status    int    `json:"status,omitempty"` // of the last answer to that
	Attempts  int    `json:"attempts,omitempty"`
	Error     string `json:"error,omitempty"`
	Workspace string `json:"workspace,omitempty"` // the site ID as HMAC, and the address of the API
	People    int    `json:"people,omitempty"`    // in the sequence; in "end"
	Left      int    `json:"left,omitempty"`      // of them not erased; in "end"
	Complete  bool   `json:"complete,omitempty"`  // nobody is left; in "end"
	Nonce     string `json:"nonce,omitempty"`     // in the first line, so that no two journals have a line in common
	Fragment  string `json:"fragment,omitempty"`  // how the incomplete end began; in "torn"
	Bytes     int64  `json:"bytes,omitempty"`     // how long it was
}

// timeFormat has what an auditor needs; a nanosecond would be six bytes more for each person.
const timeFormat = "2006-01-02T15:04:05.000Z"

// start is how the next line begins.
func (c *chain) start() string { return lineStart + strconv.FormatInt(c.seq+1, 10) + `,"time":"` }

// lineOf puts an entry about a person in the form of a line.
func lineOf(e Entry, k *keyed, withID bool) line {
	l := line{
		Time: stamp(e.Time), Run: e.Run, What: e.Outcome.String(), Who: k.person(e.ID).String(),
		Failed: e.FailedStep, Status: e.Status, Attempts: e.Attempts, Error: cut(e.Error, maxMessage),
	}
	if e.Outcome == Unreadable {
		l.Who = ""
	}
	if withID {
		l.ID = cut(e.ID, maxID)
	}
	for _, s := range e.Steps {
		switch s.Name {
		case Suppress:
			l.Suppress = s.Attempts
		case Delete:
			l.Delete = s.Attempts
		case Verify:
			l.Verify = s.Attempts
		}
	}
	return l
}

func stamp(t time.Time) string { return t.UTC().Format(timeFormat) }

// How a line starts, and what follows its authenticated part.
const (
	lineStart = `{"seq":`
	macStart  = `,"mac":"`
	macEnd    = `"}`
	macLength = len(macStart) + 2*digestSize + len(macEnd)
)

// digestSize is the length of every HMAC in a journal, in bytes: the first half of a SHA-256 each
// (https://www.rfc-editor.org/rfc/rfc2104#section-5).
const digestSize = 16

type digest [digestSize]byte

func (d digest) String() string { return hex.EncodeToString(d[:]) }

// keyed makes HMACs under a journal's key, each for one purpose. The key is in functions so that it does not print.
type keyed struct {
	fresh func() hash.Hash
	line  func(before digest, body []byte) digest // not concurrent, like the chain that needs it
}

func newKeyed(key []byte) *keyed {
	key = bytes.Clone(key)
	fresh := func() hash.Hash { return hmac.New(sha256.New, key) }
	lines := fresh()
	return &keyed{fresh: fresh, line: func(before digest, body []byte) digest {
		return digestOf(lines, "line", before[:], body)
	}}
}

func digestOf(h hash.Hash, purpose string, data ...[]byte) (d digest) {
	h.Reset()
	h.Write([]byte("ciolint erasure " + purpose + "\x00"))
	for _, part := range data {
		h.Write(part)
	}
	var full [sha256.Size]byte
	copy(d[:], h.Sum(full[:0]))
	return d
}

func (k *keyed) person(id string) digest { return digestOf(k.fresh(), "person", []byte(id)) }

func (k *keyed) workspace(w Workspace) string {
	d := digestOf(k.fresh(), "workspace", []byte(w.SiteID))
	return hex.EncodeToString(d[:digestSize/2]) + " at " + w.URL
}

// A chain is the state from which the next line follows.
type chain struct {
	keyed *keyed
	seq   int64
	mac   digest // of the line before; zero before the first
}

// seal numbers a line, links it to the one before, and signs it. The result ends with a line feed.
func (c *chain) seal(l line) ([]byte, error) {
	l.Seq = c.seq + 1
	text, err := json.Marshal(l)
	if err != nil {
		return nil, err
	}
	body := text[:len(text)-len("}")]
	mac := c.keyed.line(c.mac, body)
	c.seq, c.mac = c.seq+1, mac
	return append(append(body, macStart+mac.String()+macEnd...), '\n'), nil
}

// open checks that a line (without its line feed) is the next one and returns it, or else what is wrong.
func (c *chain) open(text []byte) (l line, problem string) {
	const foreign = "is not as it was written, does not follow the line before it, or was written with another key"
	at := len(text) - macLength
	if at < 0 {
		return l, foreign
	}
	body, mac := text[:at], c.keyed.line(c.mac, text[:at])
	var want [macLength]byte
	copy(want[:], macStart)
	hex.Encode(want[len(macStart):], mac[:])
	copy(want[macLength-len(macEnd):], macEnd)
	if !hmac.Equal(text[at:], want[:]) {
		return l, foreign
	}
	if json.Unmarshal(append(bytes.Clone(body), '}'), &l) != nil || l.Seq != c.seq+1 {
		return l, "is signed, but none of ours"
	}
	c.seq, c.mac = c.seq+1, mac
	return l, ""
}

func (c *chain) head() Head {
	if c.seq == 0 {
		return Head{}
	}
	return Head{Lines: c.seq, MAC: c.mac.String()}
}

// printable is a fragment of a line, for the record.
func printable(fragment []byte) string {
	return strings.ToValidUTF8(string(fragment[:min(len(fragment), maxFragment)]), "?")
}

// maxFragment bounds the record of a fragment: a line is shorter, and what else a crash leaves is zeros.
const maxFragment = 1024
