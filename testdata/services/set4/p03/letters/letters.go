package letters

import (
	"bytes"
	"html/template"
)

type Discharge struct {
	PatientID string
	FirstName string
	Ward      string
	Diagnosis string
	FollowUp  string
}

var page = template.Must(template.New("discharge").Parse(`<p>Dear {{.FirstName}},</p>
<p>you were treated in ward {{.Ward}} for {{.Diagnosis}}.</p>
<p>Please see your doctor until {{.FollowUp}}.</p>`))

func Render(d Discharge) (string, error) {
	var b bytes.Buffer
	if err := page.Execute(&b, d); err != nil {
		return "", err
	}
	return b.String(), nil
}
