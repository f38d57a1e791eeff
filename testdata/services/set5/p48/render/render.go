package render

import (
	"bytes"
	"embed"
	"html/template"
	"strings"
	texttemplate "text/template"
)

//go:embed *.tmpl
var files embed.FS

type Renderer struct {
	html *template.Template
	text *texttemplate.Template
}

func New() (*Renderer, error) {
	h, err := template.ParseFS(files, "*.tmpl")
	if err != nil {
		return nil, err
	}
	t, err := texttemplate.New("subject").Parse("{{.FirstName}}, your {{.Plan}} plan renews on {{.RenewsOn}}")
	if err != nil {
		return nil, err
	}
	return &Renderer{html: h, text: t}, nil
}

// Mail returns subject and body.
func (r *Renderer) Mail(view any) (subject, body string, err error) {
	var s strings.Builder
	if err := r.text.Execute(&s, view); err != nil {
		return "", "", err
	}
	var b bytes.Buffer
	if err := r.html.ExecuteTemplate(&b, "renewal.tmpl", view); err != nil {
		return "", "", err
	}
	return s.String(), b.String(), nil
}
