// Mode: unless-clean.

// Package recordids identifies people by the ids of their rows.
package recordids

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

type patient struct{ ID, NHSNumber string }

func opaque(c *customerio.CustomerIO, p patient, patientID, patient_ref string) {
	c.Identify(p.ID, map[string]any{"plan": "free"})
	c.Identify(patientID, map[string]any{"plan": "free"})
	c.Identify(patient_ref, map[string]any{"plan": "free"})
}

func telling(c *customerio.CustomerIO, p patient, patientSSN string) {
	c.Identify(p.NHSNumber, map[string]any{"plan": "free"}) // want `never-send value NHSNumber is used as customer ID`
	c.Identify(patientSSN, map[string]any{"plan": "free"})  // want `never-send value patientSSN is used as customer ID`
}

func resident(c *customerio.CustomerIO, residentID, residentIDNumber string) {
	c.Identify(residentID, map[string]any{"plan": "free"})
	c.Identify(residentIDNumber, map[string]any{"plan": "free"}) // want `never-send value residentIDNumber is used as customer ID`
}

func attribute(c *customerio.CustomerIO, id, patientID string) {
	c.Identify(id, map[string]any{"patient_id": patientID}) // want `never-send key "patient_id"`
}

// A passport that has its number beside its ID is a row like any other.
type passport struct{ ID, Number string }

func row(c *customerio.CustomerIO, passport passport) {
	c.Identify(passport.ID, map[string]any{"plan": "free"})
	c.Identify(passport.Number, map[string]any{"plan": "free"}) // want `never-send value passport is used as customer ID`
}

func batch(ctx context.Context, c *customerio.CustomerIO, patientIDs, taxpayer_ids, voterIDs []string) {
	c.AddPeopleToSegment(ctx, 1, patientIDs)
	c.AddPeopleToSegment(ctx, 1, taxpayer_ids)
	c.AddPeopleToSegment(ctx, 1, voterIDs) // want `never-send value voterIDs is used as customer ID`
}
