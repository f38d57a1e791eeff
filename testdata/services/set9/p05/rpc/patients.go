package rpc

import (
	"context"
	"errors"
	"time"
)

type RegisterRequest struct {
	GivenName string
	Mobile    string
	Clinic    string
}

type RegisterResponse struct{ PatientID string }

type Engagement interface {
	Enroll(ctx context.Context, key string, attrs map[string]any) error
}

type PatientsServer struct {
	engagement Engagement
	newID      func() string
}

func NewPatientsServer(e Engagement, newID func() string) *PatientsServer {
	return &PatientsServer{e, newID}
}

func (s *PatientsServer) Register(ctx context.Context, req *RegisterRequest) (*RegisterResponse, error) {
	if req.Mobile == "" {
		return nil, errors.New("mobile is required")
	}
	id := s.newID()
	err := s.engagement.Enroll(ctx, subject(req), map[string]any{
		"given_name": req.GivenName,
		"clinic":     req.Clinic,
		"created_at": time.Now().Unix(),
	})
	return &RegisterResponse{PatientID: id}, err
}

// subject is what the engagement team looks people up by.
func subject(req *RegisterRequest) string {
	return "tel:" + req.Mobile
}
