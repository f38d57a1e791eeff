package webhook

import (
	"regexp"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// Names of tests and values that the judgement looks for.
const (
	emptySignature = "empty:signature"
	emptyTimestamp = "empty:timestamp"
	asLongAsMAC    = "len:signature=mac"

	malformed   = "malformed " // begins the names of errors about a header that cannot be parsed
	requestSays = "request:"   // begins the names of what a request says under some name
	requestName = "request"    // the request that a handler is given
)

// headerValue is what is read from a request under a constant name, if that is
// one of Customer.io's headers.
func headerValue(name string) *value {
	switch {
	case strings.EqualFold(name, "X-CIO-Signature"):
		return &value{Marks: signature, Name: "signature"}
	case strings.EqualFold(name, "X-CIO-Timestamp"):
		return &value{Marks: timestamp, Name: "timestamp"}
	}
	return nil
}

// tellsSender matches the names under which requests carry what shows who
// sent them.
var tellsSender = regexp.MustCompile(`(?i)authorization|signature|token|secret|hmac|api[-_]?key|passw|^(auth|sig|key)$`)

// longestHeaderName is the longest text that is taken for a header's name: a
// longer one is a message.
const longestHeaderName = 59

// readHeader executes a call that is given the name of a header and returns
// text; nil if it is none.
func readHeader(st *state, c *call) *value {
	if c.Result == nil || !ssautil.HoldsText(symexec.TypeOfResult(c.Result, 0)) {
		return nil
	}
	names := c.ConstantTexts()
	for _, s := range names {
		if v := headerValue(s); v != nil {
			entryOf(st).readsHeader(v, c.In)
			return v
		}
	}
	if c.Recv != nil || len(c.Args) > 0 && isRequestPlace(c.Args[0].Name) {
		for _, s := range names {
			if len(s) <= longestHeaderName && tellsSender.MatchString(s) {
				return senderValue(s)
			}
		}
	}
	if c.Recv != nil && isRequestPlace(c.Recv.Name) && len(names) > 0 && c.Recv.Marks&body == 0 {
		return &value{Name: requestSays + strings.ToLower(names[0])}
	}
	return nil
}

// The names of Customer.io's headers, in the form in which net/http keeps them.
const (
	signatureName = "X-Cio-Signature"
	timestampName = "X-Cio-Timestamp"
)

// rangeHeaders is what a loop over the headers of a request finds: first those
// of Customer.io, and then others, which may tell who sent it.
func rangeHeaders(st *state, m *value, round int) (key, v *value) {
	if !isRequestPlace(m.Name) || !strings.Contains(strings.ToLower(m.LastName()), "header") {
		return nil, nil
	}
	switch round {
	case 0:
		return symexec.Text(signatureName), headerValue(signatureName)
	case 1:
		entryOf(st).readsTime = true
		return symexec.Text(timestampName), headerValue(timestampName)
	case 2:
		return &value{Name: st.Fresh("header")}, senderValue(st.Fresh("header"))
	}
	return nil, nil
}

// copiedHeader is what a map of the handler's own holds under the name of one
// of Customer.io's headers, in whatever case it was put there.
func copiedHeader(st *state, m *value, key string) *value {
	if !m.IsLocal() {
		return nil
	}
	for _, name := range []string{signatureName, timestampName} {
		if strings.EqualFold(key, name) {
			return st.Get(m.Addr + "[" + name + "]")
		}
	}
	return nil
}

// isHeaderName answers whether two texts, of which one is the name of a header
// of Customer.io, are the same but for their case; nil if none is.
func isHeaderName(a, b *value) *value {
	s, ok := a.AsText()
	t, too := b.AsText()
	if !ok || !too || headerValue(s) == nil && headerValue(t) == nil {
		return nil
	}
	return symexec.Bool(strings.EqualFold(s, t))
}

func senderValue(name string) *value {
	return &value{Marks: otherAuth, Name: "auth:" + strings.ToLower(name)}
}

// isRequestPlace reports whether a place belongs to the request. That a
// request holds the body does not mean that whoever gets the request acts on
// it.
func isRequestPlace(addr string) bool { return strings.HasPrefix(addr, requestName) }

// emptyKey is the key of the test whether one of Customer.io's headers is
// empty.
func emptyKey(st *state, v *value) string {
	switch m := st.MarksOf(v); {
	case m&signature != 0 && m&(digest|body) == 0:
		return emptySignature
	case m&timestamp != 0 && m&(body|digest|clock) == 0:
		return emptyTimestamp
	}
	return ""
}

// emptyAnswer knows that a MAC is not empty, nor a signature as long as one.
func emptyAnswer(st *state, v *value, negated bool) *value {
	if noteOf(v).sum != nil && v.Marks&signature == 0 {
		return symexec.Bool(negated)
	}
	if st.Facts[asLongAsMAC] && emptyKey(st, v) == emptySignature {
		return symexec.Bool(negated)
	}
	return nil
}

// sameLength knows that a signature as long as a MAC is not empty.
func sameLength(st *state, a, b *value, negated bool) *value {
	if (a.Marks|b.Marks)&signature != 0 && (noteOf(a).sum != nil || noteOf(b).sum != nil) {
		return symexec.Decide(st, asLongAsMAC, negated)
	}
	return nil
}

// leastLeft is how much has to be left of a MAC that cannot be guessed, in
// bytes: half of it, which is what RFC 2104 demands.
const leastLeft = 16
