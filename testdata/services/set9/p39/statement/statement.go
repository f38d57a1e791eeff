package statement

import "fmt"

type Customer struct {
	ID            string
	Email         string
	AccountNumber string
	Period        string
	Pages         int
}

// Row is what the statement template is rendered with.
func Row(c Customer) map[string]any {
	return map[string]any{
		"id": c.ID,
		"data": map[string]any{
			"period":         c.Period,
			"pages":          fmt.Sprintf("%d page(s)", c.Pages),
			"account_number": c.AccountNumber,
		},
	}
}
