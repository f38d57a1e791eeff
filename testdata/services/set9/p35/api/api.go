package api

import (
	"context"
	"errors"
)

type Item struct {
	Kind       string         `json:"kind"`
	ID         string         `json:"id"`
	Attributes map[string]any `json:"attributes"`
}

type BatchRequest struct {
	Items []Item `json:"items"`
}

type BatchResponse struct {
	Accepted int      `json:"accepted"`
	Errors   []string `json:"errors"`
}

type People interface {
	Put(ctx context.Context, id string, attributes map[string]any) error
}

type Server struct{ People People }

var errKind = errors.New("unknown kind")

func (s *Server) Batch(ctx context.Context, req *BatchRequest) (*BatchResponse, error) {
	res := new(BatchResponse)
	for _, it := range req.Items {
		err := errKind
		if it.Kind == "person" {
			err = s.People.Put(ctx, it.ID, it.Attributes)
		}
		if err != nil {
			res.Errors = append(res.Errors, it.ID+": "+err.Error())
			continue
		}
		res.Accepted++
	}
	return res, nil
}
