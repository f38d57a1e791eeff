// Package server implements rpc.PatientsServer.
package server

import (
	"context"

	"services/set8/p31/rpc"
)

// CRM is told of new patients.
type CRM interface {
	Upsert(ctx context.Context, id string, attrs map[string]any) error
}

type patients struct{ crm CRM }

// New returns the server.
func New(crm CRM) rpc.PatientsServer { return &patients{crm: crm} }

func (p *patients) CreatePatient(ctx context.Context, req *rpc.CreatePatientRequest) (*rpc.CreatePatientResponse, error) {
	attrs := map[string]any{
		"timezone":     req.GetTimezone(),
		"mobile_phone": req.GetMobile(),
	}
	if err := p.crm.Upsert(ctx, req.GetPatientId(), attrs); err != nil {
		return nil, err
	}
	return &rpc.CreatePatientResponse{Created: true}, nil
}
