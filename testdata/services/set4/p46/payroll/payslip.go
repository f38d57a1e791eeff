package payroll

import (
	"fmt"
	"time"
)

type Employee struct {
	StaffNo           string
	FirstName         string
	MobilePhone       string
	BankAccountNumber string
}

type Payslip struct {
	Employee Employee
	Month    time.Time
	PDF      string
}

func (p Payslip) Title() string { return fmt.Sprintf("Your payslip for %s", p.Month.Format("January")) }

// Destination says where the money went.
func (p Payslip) Destination() string {
	return fmt.Sprintf("Paid to account %s", p.Employee.BankAccountNumber)
}
