package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"

	"services/set8/p31/rpc"
	"services/set8/p31/server"

	"github.com/customerio/go-customerio/v3"
)

type crm struct{ track *customerio.CustomerIO }

func (c crm) Upsert(ctx context.Context, id string, attrs map[string]any) error {
	return c.track.IdentifyCtx(ctx, id, attrs)
}

func main() {
	srv := server.New(crm{customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))})
	http.HandleFunc("POST /patients.Patients/CreatePatient", func(w http.ResponseWriter, r *http.Request) {
		req := new(rpc.CreatePatientRequest)
		if err := json.NewDecoder(r.Body).Decode(req); err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		res, err := srv.CreatePatient(r.Context(), req)
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		_ = json.NewEncoder(w).Encode(res)
	})
	log.Fatal(http.ListenAndServe(":50051", nil))
}
