package main

import (
	"bytes"
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"

	"services/set8/p18/export"

	"github.com/customerio/go-customerio/v3"
)

func pay(url string, t export.Teacher) error {
	b, err := json.Marshal(export.Payroll(t))
	if err != nil {
		return err
	}
	resp, err := http.Post(url, "application/json", bytes.NewReader(b))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	var staff []export.Teacher
	if err := json.NewDecoder(os.Stdin).Decode(&staff); err != nil {
		log.Fatal(err)
	}
	for _, t := range staff {
		if err := pay(os.Getenv("PAYROLL_URL"), t); err != nil {
			log.Print(err)
		}
		if err := c.IdentifyCtx(context.Background(), t.ID, export.Marketing(t)); err != nil {
			log.Print(err)
		}
	}
}
