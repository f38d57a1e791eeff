package main

import (
	"context"
	"log"
	"os"
	"time"

	"services/set4/p46/notify"
	"services/set4/p46/payroll"
)

func main() {
	staff := notify.New(os.Getenv("CIO_APP_KEY"))
	slip := payroll.Payslip{Employee: payroll.Employee{StaffNo: os.Args[1]}, Month: time.Now()}
	if err := staff.Both(context.Background(), slip); err != nil {
		log.Fatal(err)
	}
}
