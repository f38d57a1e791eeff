package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set8/p19/mirror"
	"services/set8/p19/repo"
	"services/set8/p19/staff"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	employees := repo.New(mirror.Hook[staff.Employee](c))
	dec := json.NewDecoder(os.Stdin)
	for dec.More() {
		var in struct {
			ID, Department, SSN string
			Grade               int
		}
		if err := dec.Decode(&in); err != nil {
			log.Fatal(err)
		}
		e := staff.Employee{ID: in.ID, Department: in.Department, Grade: in.Grade, SSN: in.SSN}
		if err := employees.Save(context.Background(), e); err != nil {
			log.Print(err)
		}
	}
}
