package order

import "services/set9/p44/render"

type Order struct {
	Number     string
	BuyerID    string
	Email      string
	CardNumber string
	CVV        string
	Lines      []render.Line
}

func (o Order) Receipt() render.Receipt {
	return render.Receipt{Number: o.Number, Lines: o.Lines}
}
