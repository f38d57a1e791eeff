package render

import (
	"html/template"
	"strings"
)

var receipt = template.Must(template.New("receipt").Funcs(template.FuncMap{"upper": strings.ToUpper}).Parse(
	`<h1>Order {{.Number}}</h1><ul>{{range .Lines}}<li>{{.Qty}} x {{upper .Title}}</li>{{end}}</ul>`))

type Line struct {
	Title string
	Qty   int
}

type Receipt struct {
	Number string
	Lines  []Line
}

func HTML(r Receipt) (string, error) {
	var sb strings.Builder
	err := receipt.Execute(&sb, r)
	return sb.String(), err
}
