package erasure

import (
	"encoding/json"
	"fmt"
	"net/http"
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
	var answer map[string]json.RawMessage
	if len(body) > maxBody || json.Unmarshal(body, &answer) != nil || answer == nil {
		return noObject
	}
	for key, value := range answer {
		var meta map[string]json.RawMessage
		if isErrorKey(key) || strings.EqualFold(key, "meta") && json.Unmarshal(value, &meta) == nil && hasErrorKey(meta) {
			return withError
		}
	}
	return ""
}

func hasErrorKey(object map[string]json.RawMessage) bool {
	for key := range object {
		if isErrorKey(key) {
			return true
		}
	}
	return false
}

func isErrorKey(key string) bool {
	return strings.EqualFold(key, "error") || strings.EqualFold(key, "errors")
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
