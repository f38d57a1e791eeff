// Package rpc has the messages and the server interface, as protoc would write them.
package rpc

import "context"

// CreatePatientRequest is a message.
type CreatePatientRequest struct {
	PatientId string
	Mobile    string
	Timezone  string
	Consent   bool
}

func (x *CreatePatientRequest) GetPatientId() string {
	if x != nil {
		return x.PatientId
	}
	return ""
}

func (x *CreatePatientRequest) GetMobile() string {
	if x != nil {
		return x.Mobile
	}
	return ""
}

func (x *CreatePatientRequest) GetTimezone() string {
	if x != nil {
		return x.Timezone
	}
	return ""
}

// CreatePatientResponse is a message.
type CreatePatientResponse struct{ Created bool }

// PatientsServer is the service.
type PatientsServer interface {
	CreatePatient(context.Context, *CreatePatientRequest) (*CreatePatientResponse, error)
}
