package erasure_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/ciotest"
	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
)

func TestVerificationWaitsUntilThePersonIsGone(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"user_1", "pat+news@example.com", "cio_a1"} {
		api := newAPI(t)
		api.AddPerson(ciotest.Person{ID: "user_1", Email: "pat+news@example.com", CioID: "a1"})
		api.SetLag(300 * time.Millisecond)
		clock := &hurried{newClock()}
		if err := newEraser(api, erasure.WithVerify(credential.Static(appKey)), erasure.WithVerifyTimeout(time.Hour), erasure.WithClock(clock)).Erase(t.Context(), id); err != nil {
			t.Errorf("%s: %v", id, err)
		}
		if got := actions(api); len(got) < 4 || !strings.HasSuffix(got[2], "200") {
			t.Errorf("%s: the first look did not see the person: %q", id, got)
		}
	}
}

// hurried is a clock that also lets a little real time pass, for a server that has its own.
type hurried struct{ *clock }

func (h *hurried) Sleep(ctx context.Context, d time.Duration) error {
	time.Sleep(min(max(d, 0), 20*time.Millisecond))
	return h.clock.Sleep(ctx, d)
}

func TestVerificationGivesUpAtItsDeadline(t *testing.T) {
	for _, id := range []string{"user_1", "pat+news@example.com", "cio_a1"} {
		api := newAPI(t)
		api.AddPerson(ciotest.Person{ID: "user_1", Email: "pat+news@example.com", CioID: "a1"})
		api.SetLag(time.Hour)
		clock := newClock()
		begun := clock.Now()
		eraser := newEraser(api, erasure.WithVerify(credential.Static(appKey)), erasure.WithVerifyTimeout(50*time.Second), erasure.WithClock(clock))
		err := eraser.Erase(t.Context(), id)
		var e *erasure.Error
		if !errors.Is(err, erasure.ErrStillThere) || !errors.As(err, &e) || e.Step != "verify" {
			t.Errorf("%s: %v", id, err)
		}
		if took := clock.Now().Sub(begun); took < 50*time.Second || took > 51*time.Second {
			t.Errorf("%s: took %s", id, took)
		}
	}
}

// A search for an address whose plus is not escaped finds nobody, and would let a person who is there seem gone.
func TestVerificationEscapesTheAddress(t *testing.T) {
	api := newAPI(t)
	if err := newEraser(api, erasure.WithVerify(credential.Static(appKey))).Erase(t.Context(), "a+b c&d=%41@example.com"); err != nil {
		t.Fatal(err)
	}
	if call := api.Calls()[2]; call.Action != "search" || call.Identifier != "a+b c&d=%41@example.com" {
		t.Errorf("searched by %s", call.Path)
	}
}

// In a workspace whose ids are addresses, the person has no e-mail attribute to be found by.
func TestVerificationLooksForAnAddressThatIsAnID(t *testing.T) {
	api := newAPI(t)
	api.AddPerson(ciotest.Person{ID: "pat@example.com"})
	api.SetLag(time.Hour)
	err := newEraser(api, erasure.WithVerify(credential.Static(appKey))).Erase(t.Context(), "pat@example.com")
	if !errors.Is(err, erasure.ErrStillThere) {
		t.Error(err)
	}
}

func TestAnswersThatDoNotProveAbsence(t *testing.T) {
	for name, answer := range map[string]ciotest.Fault{
		"a page for 404":     {Kind: ciotest.Refuse, Status: 404, Body: "<html>not found</html>"},
		"empty 404":          {Kind: ciotest.Refuse, Status: 404, Body: " "},
		"404 with no object": {Kind: ciotest.Refuse, Status: 404, Body: "{}"},
		"search: no list":    {Kind: ciotest.Refuse, Status: 200, Body: `{}`},
		"search: null":       {Kind: ciotest.Refuse, Status: 200, Body: `{"results":null}`},
		"search: page":       {Kind: ciotest.Refuse, Status: 200, Body: `<html>`},
		"wrong key":          {Kind: ciotest.Refuse, Status: 401, Body: `{"errors":[{"detail":"unauthorized"}]}`},
		"not enabled":        {Kind: ciotest.Refuse, Status: 400, Body: `{"errors":[{"detail":"email is not an identifier"}]}`},
		"redirect":           {Kind: ciotest.Refuse, Status: 302, Location: "/"},
		"always down":        {Kind: ciotest.Refuse, Status: 500},
		"always busy":        {Kind: ciotest.Refuse, Status: 429},
	} {
		for _, id := range []string{"user_1", "pat@example.com"} {
			if id == "user_1" && strings.HasPrefix(name, "search") {
				continue
			}
			api := newAPI(t)
			api.SetFault(func(r *http.Request) ciotest.Fault {
				if strings.HasPrefix(r.URL.Path, "/v1/") {
					return answer
				}
				return ciotest.Fault{}
			})
			err := newEraser(api, erasure.WithVerify(credential.Static(appKey))).Erase(t.Context(), id)
			var e *erasure.Error
			if !errors.As(err, &e) || e.Step != "verify" {
				t.Errorf("%s, %s: %v", name, id, err)
			}
		}
	}
}

func TestVerificationRetriesWhatIsTemporary(t *testing.T) {
	api := newAPI(t)
	left := failing(3, refuse(429))
	api.SetFault(func(r *http.Request) ciotest.Fault {
		if r.Method == http.MethodGet {
			return left(r)
		}
		return ciotest.Fault{}
	})
	if err := newEraser(api, erasure.WithVerify(&current{appKey})).Erase(t.Context(), "user_1"); err != nil {
		t.Error(err)
	}
}
