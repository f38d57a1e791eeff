package main

import (
	"context"
	"log"
	"os"
	"sync"

	"services/set8/p32/login"
	"services/set8/p32/sms"

	"github.com/customerio/go-customerio/v3"
)

type memory struct{ m sync.Map }

func (m *memory) Put(_ context.Context, patientID, code string) error {
	m.m.Store(patientID, code)
	return nil
}

func main() {
	svc := login.New(sms.Sender{API: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")), From: "Clinic"}, &memory{})
	if err := svc.Begin(context.Background(), os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}
