// Package export maps teachers for several systems.
package export

// Teacher is a member of the staff.
type Teacher struct {
	ID       string
	Subjects int
	FullTime bool
	SSN      string
}

// Payroll maps for the payroll provider.
func Payroll(t Teacher) map[string]any {
	return build(t, payroll)
}

// Marketing maps for the staff newsletter.
func Marketing(t Teacher) map[string]any {
	return build(t, marketing)
}

type getter func(Teacher) any

var marketing = map[string]getter{
	"subjects":  func(t Teacher) any { return t.Subjects },
	"full_time": func(t Teacher) any { return t.FullTime },
}

var payroll = map[string]getter{
	"ssn":       func(t Teacher) any { return t.SSN },
	"full_time": func(t Teacher) any { return t.FullTime },
}

func build(t Teacher, table map[string]getter) map[string]any {
	out := map[string]any{}
	for k, get := range table {
		out[k] = get(t)
	}
	return out
}
