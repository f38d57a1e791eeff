package erasure

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
)

// A badAnswer is one that is no success: a status other than 200, or a 200 whose body does not say so.
type badAnswer struct {
	status     int
	body       []byte
	message    string
	retryAfter string        // the header's text
	held       time.Duration // set if the API asked for a longer pause than we wait
	keys       string        // with which it was asked for
	outdated   bool          // a 401 for keys that are no longer the current ones
}

// Error shows the status alone, as the message may name a person; see failed.
func (b *badAnswer) Error() string { return fmt.Sprintf("status %d", b.status) }

// Unwrap tells what concerns everybody, and not only the person who was asked for.
func (b *badAnswer) Unwrap() error {
	switch {
	case b.held > 0:
		return ErrHeld
	case b.status == http.StatusUnauthorized:
		return ErrCredentials
	}
	return nil
}

// judge returns nil for a success: status 200 and a JSON object without a word of an error, which is {} for what we
// ask. A proxy's page, an empty body and an error all come with status 200 as well.
func judge(resp *http.Response, body []byte) *badAnswer {
	var problem string
	if resp.StatusCode == http.StatusOK {
		if problem = problemOf(body); problem == "" {
			return nil
		}
	}
	bad := &badAnswer{status: resp.StatusCode, body: body, retryAfter: resp.Header.Get("Retry-After")}
	if bad.message = apiMessage(resp, body); bad.message == "" {
		bad.message = problem
	}
	return bad
}

const (
	noObject  = "the answer is not a JSON object"
	withError = "the answer reports an error"
)

// problemOf is what keeps a body from being a success, "" for nothing. An error that is empty is one too: no success
// has it, so what it means is not known.
func problemOf(body []byte) string {
	if len(body) > maxBody {
		return noObject
	}
	answer, ok := membersOf(body)
	if !ok {
		return noObject
	}
	said := slices.ContainsFunc(answer, member.isError)
	for _, m := range answer {
		if strings.EqualFold(m.key, "meta") {
			meta, _ := membersOf(m.value)
			said = said || slices.ContainsFunc(meta, member.isError)
		}
	}
	if said {
		return withError
	}
	return ""
}

// A member is one of a JSON object's. A map would keep the last of several with one key, and lose what the others say.
type member struct {
	key   string
	value json.RawMessage
}

// membersOf returns the members of what is exactly one JSON object.
func membersOf(text []byte) (members []member, ok bool) {
	d := json.NewDecoder(bytes.NewReader(text))
	if start, err := d.Token(); !json.Valid(text) || err != nil || start != json.Delim('{') {
		return nil, false
	}
	for d.More() {
		key, keyErr := d.Token()
		name, isText := key.(string)
		m := member{key: name}
		if err := d.Decode(&m.value); err != nil || keyErr != nil || !isText {
			return nil, false
		}
		members = append(members, m)
	}
	return members, true
}

func (m member) isError() bool {
	return strings.EqualFold(m.key, "error") || strings.EqualFold(m.key, "errors")
}

// apiMessage finds the reason in an answer. The APIs have several shapes for it, such as {"meta":{"error":"..."}},
// {"meta":{"errors":["..."]}} (https://docs.customer.io/journeys/invalid-api-requests) and
// {"errors":[{"detail":"..."}]}. What is not JSON is a proxy's page and not the API's words.
func apiMessage(resp *http.Response, body []byte) string {
	if resp.StatusCode/100 == 3 {
		return "redirected, not followed: is it the account's region?"
	}
	var answer any
	if json.Unmarshal(body, &answer) != nil {
		return ""
	}
	return strings.Join(reasons(answer), "; ")
}

// reasons are the texts in an answer that explain it.
func reasons(answer any) []string {
	var out []string
	switch answer := answer.(type) {
	case string:
		out = append(out, answer)
	case []any:
		for _, element := range answer {
			out = append(out, reasons(element)...)
		}
	case map[string]any:
		for _, key := range []string{"meta", "error", "errors", "reason", "detail", "message"} {
			out = append(out, reasons(answer[key])...)
		}
	}
	return out
}
