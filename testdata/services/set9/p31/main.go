package main

import (
	"log"
	"os"
	"strconv"

	"services/set9/p31/employee"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	level, err := strconv.Atoi(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	e := employee.Employee{
		ID:      os.Args[1],
		Public:  employee.Public{Department: "field", Level: level},
		Private: employee.Private{SSN: os.Args[3]},
	}
	attrs, err := e.Attributes()
	if err != nil {
		log.Fatal(err)
	}
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	if err := cio.Identify(e.ID, attrs); err != nil {
		log.Fatal(err)
	}
}
