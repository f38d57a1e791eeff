package erasure

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// The pauses between two looks at a person: the first, and what doubling it ends at.
const (
	firstLook = time.Second
	lastLook  = 15 * time.Second
)

// verify asks the App API until the person is gone.
func (e *Eraser) verify(ctx context.Context, id string) (attempts int, err error) {
	deadline := e.clock.Now().Add(e.verifyFor)
	for pause := firstLook; ; pause = min(2*pause, lastLook) {
		there, n, err := e.isThere(ctx, id)
		attempts += n
		if err != nil || !there {
			return attempts, err
		}
		left := deadline.Sub(e.clock.Now())
		if left <= 0 {
			return attempts, ErrStillThere
		}
		if err := e.clock.Sleep(ctx, min(pause, left)); err != nil {
			return attempts, err
		}
	}
}

// isThere looks for the person in all the ways the identifier can be meant.
func (e *Eraser) isThere(ctx context.Context, id string) (there bool, attempts int, err error) {
	for _, l := range looks(id) {
		body, n, asked := e.retry(ctx, e.app, http.MethodGet, l.path)
		attempts += n
		if there, err = l.judge(body, asked); there || err != nil {
			return there, attempts, err
		}
	}
	return false, attempts, nil
}

// A look is one question to the App API, and what its answer says about the person.
type look struct {
	path  string
	judge func(body []byte, asked error) (there bool, err error)
}

// looks are the questions for an identifier. An e-mail address is searched for, and since a workspace can have
// addresses for ids, also looked up as an id.
func looks(id string) []look {
	if bare, ok := strings.CutPrefix(id, cioPrefix); ok {
		return []look{attributesOf(bare, "cio_id")}
	}
	byID := attributesOf(id, "id")
	if strings.Contains(id, "@") {
		return []look{searchFor(id), byID}
	}
	return []look{byID}
}

// attributesOf asks for a person's attributes, which is answered by 404 when there is nobody
// (https://docs.customer.io/integrations/api/app/tag/, getPersonAttributes).
func attributesOf(id, idType string) look {
	path := "/v1/customers/" + url.PathEscape(id) + "/attributes?id_type=" + idType
	return look{path, func(_ []byte, err error) (bool, error) {
		if isAbsent(err) {
			return false, nil
		}
		return err == nil, err
	}}
}

// isAbsent recognises the API's own 404, {"errors":[...]}. One without it is some other server's, or another path's, and
// says nothing about the person.
func isAbsent(err error) bool {
	var bad *badAnswer
	return errors.As(err, &bad) && bad.status == http.StatusNotFound && problemOf(bad.body) == withError
}

// searchFor searches by e-mail address. Somebody unknown is an empty list, and so is an address that is not escaped:
// its "+" would be read as a space, and a person who is still there would seem gone
// (https://docs.customer.io/integrations/api/app/tag/, getPeopleEmail).
func searchFor(email string) look {
	return look{"/v1/customers?email=" + url.QueryEscape(email), func(body []byte, err error) (bool, error) {
		if err != nil {
			return false, err
		}
		var answer struct{ Results *[]json.RawMessage }
		if json.Unmarshal(body, &answer) != nil || answer.Results == nil {
			return false, errUnreadable
		}
		return len(*answer.Results) > 0, nil
	}}
}

// errUnreadable keeps an answer of unknown form from passing for an empty list.
var errUnreadable = errors.New("the App API's answer has no list of results")
