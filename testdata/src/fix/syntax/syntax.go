// Mode: always.

// Package syntax has payloads in every place of the syntax where edits are
// easily wrong. No file of it has a golden one: what counts is that it compiles
// and the findings are gone.
package syntax

import (
	"context"

	analytics "github.com/customerio/cdp-analytics-go"
	"github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Email, SSN string }

type service struct {
	track *customerio.CustomerIO
	api   *customerio.APIClient
}

func commentsInside(s service, u user) {
	s.track.Identify(u.ID, map[string]any{ // opening
		/* before */ "email": u.Email, // behind
		// alone
		"ssn": u.SSN, /* a block */ // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
		// at the end
	}) // closing
}

func overLines(s service, u user) error {
	return s.
		track.
		Identify(
			u.ID, // who
			map[string]any{ // want `payload of \(\*customerio\.CustomerIO\)\.Identify skips the sanitizer`
				"email": u.Email,
			}, // what
		)
}

func oneLetter(s service, u user) {
	m := map[string]any{"email": u.Email}
	s.track.Identify(u.ID, m)        // want `payload of \(\*customerio\.CustomerIO\)\.Identify skips the sanitizer`
	s.track.Track(u.ID, "seen", (m)) // want `payload of \(\*customerio\.CustomerIO\)\.Track skips the sanitizer`
}

func statements(s service, u user) {
	m := map[string]any{"ssn": u.SSN} // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	go s.track.Identify(u.ID, m)
	defer s.track.Identify(u.ID, m)
	_ = s.track.Identify(u.ID, m)
	var err = s.track.Identify(u.ID, m)
	switch err := s.track.Identify(u.ID, m); {
	case err != nil:
	}
again:
	for err = s.track.Identify(u.ID, m); err != nil; err = s.track.Identify(u.ID, m) {
		break again
	}
	select {
	default:
		s.track.Identify(u.ID, m)
	}
	func() { s.track.Identify(u.ID, m) }()
	if err := s.track.Identify(u.ID, m); err != nil && s.track.Identify(u.ID, m) == nil {
		return
	} else if s.track.Identify(u.ID, m) != nil {
		return
	}
}

var atInit = initial.Identify("u1", map[string]any{"email": name(), "ssn": "123"}) // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`

var initial = customerio.NewTrackClient(site, key)

const site, key = "0a1b2c3d4e5f60718293", "11aa22bb33cc44dd55ee" // want `hardcoded site ID` `hardcoded track API key`

func name() string { return "pat" }

func twoSinksOfOnePayload(ctx context.Context, s service, u user) {
	both(ctx, s, u.ID, map[string]any{"email": u.Email, "ssn": u.SSN}) // want `never-send key "ssn" reaches \(\*customerio\.APIClient\)\.SendEmail` `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
}

func both(ctx context.Context, s service, id string, m map[string]any) {
	s.api.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: m})
	s.track.Identify(id, m)
}

func nested(s service, u user) map[string]any {
	identify := func(m map[string]any) map[string]any {
		s.track.Identify(u.ID, m)
		return m
	}
	return identify(identify(map[string]any{"ssn": u.SSN})) // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
}

func indexed(s service, u user) {
	payloads := []map[string]any{{"email": u.Email}, {"ssn": u.SSN}} // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	for i := range payloads {
		s.track.Identify(u.ID, payloads[i])
	}
	byName := map[string]map[string]any{"a": {"ssn": u.SSN}} // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	s.track.Identify(u.ID, byName["a"])
}

func dereferenced(s service, u user) {
	m := &map[string]any{"ssn": u.SSN} // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	s.track.Identify(u.ID, *m)
	(*m)["email"] = u.Email
}

func methodExpression(s service, u user) {
	(*customerio.CustomerIO).Identify(s.track, u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	f := s.track.Identify
	f(u.ID, map[string]any{"password": u.SSN}) // want `never-send key "password" reaches \(\*customerio\.CustomerIO\)\.Identify`
}

type identifier interface {
	Identify(string, map[string]any) error
}

func throughAnInterface(i identifier, u user) {
	i.Identify(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
}

func made() identifier { return customerio.NewTrackClient(site, key) }

func useOfMade(u user) { throughAnInterface(made(), u) }

func inACase(ctx context.Context, s service, u user, n int) {
	r := &customerio.SendEmailRequest{MessageData: map[string]any{}}
	r.MessageData["ssn"] = u.SSN // want `never-send key "ssn" reaches \(\*customerio\.APIClient\)\.SendEmail`
	switch n {
	case 1:
		s.api.SendEmail(ctx, r)
	default:
		_, _ = s.api.SendEmail(ctx, r)
	}
	for range n {
		if _, err := s.api.SendEmail(ctx, r); err != nil {
			return
		}
	}
}

// One of the calls cannot be given a statement in front of it, so none is.
func whereNoStatementFits(ctx context.Context, s service, u user, n int) {
	r := &customerio.SendEmailRequest{MessageData: map[string]any{}}
	r.MessageData["ssn"] = u.SSN // want `never-send key "ssn" reaches \(\*customerio\.APIClient\)\.SendEmail`
	if n > 3 {
		s.api.SendEmail(ctx, r)
	} else if _, err := s.api.SendEmail(ctx, r); err != nil {
		return
	}
}

func deferredRequest(ctx context.Context, s service, u user) {
	r := &customerio.SendEmailRequest{MessageData: map[string]any{}}
	defer s.api.SendEmail(ctx, r)
	r.MessageData["ssn"] = u.SSN // want `never-send key "ssn" reaches \(\*customerio\.APIClient\)\.SendEmail`
}

func chained(c analytics.Client, u user) {
	c.Enqueue(analytics.Identify{
		Traits: analytics.NewTraits(). // start
						Set("email", u.Email). // middle
						Set("ssn", u.SSN),     // end // want `never-send key "ssn" reaches \(analytics\.Client\)\.Enqueue`
		Context: &analytics.Context{Traits: analytics.NewTraits().Set("ssn", u.SSN), Extra: map[string]any{"ssn": u.SSN}}, // want `never-send key "ssn" reaches \(analytics\.Client\)\.Enqueue` `never-send key "ssn" reaches \(analytics\.Client\)\.Enqueue`
	})
}

func structures(c *customerio.CustomerIO, u user) {
	type wrapped struct{ attributes map[string]any }
	w := wrapped{attributes: map[string]any{"ssn": u.SSN}} // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	c.Identify(u.ID, w.attributes)
	ws := []*wrapped{{map[string]any{"ssn": u.SSN}}} // want `never-send key "ssn" reaches \(\*customerio\.CustomerIO\)\.Identify`
	c.Identify(u.ID, ws[0].attributes)
}
