package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"services/set5/p18/people"

	customerio "github.com/customerio/go-customerio/v3"
)

const query = `SELECT employee_id, ssn, phone, street, department, level, remote FROM hr.employees WHERE active`

func main() {
	ctx := context.Background()
	db, err := sql.Open("mysql", os.Getenv("HR_DSN"))
	if err != nil {
		log.Fatal(err)
	}
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		log.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var r people.Record
		if err := rows.Scan(&r.EmployeeID, &r.SSN, &r.Contact.Phone, &r.Contact.Street, &r.Department, &r.Level, &r.Remote); err != nil {
			log.Fatal(err)
		}
		traits, err := r.Traits()
		if err != nil {
			log.Fatal(err)
		}
		if err := cio.IdentifyCtx(ctx, r.EmployeeID, traits); err != nil {
			log.Println("identify:", err)
		}
	}
	if err := rows.Err(); err != nil {
		log.Fatal(err)
	}
}
