package sanitize_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// plainSSN is not found by its shape: only its key tells what it is.
const plainSSN = "900-12-3456"

// jsonString is s as JSON text, n times over.
func jsonString(s string, n int) string {
	for range n {
		data, err := json.Marshal(s)
		if err != nil {
			panic(err)
		}
		s = string(data)
	}
	return s
}

func TestTextThatIsNotExactlyOneJSONValue(t *testing.T) {
	good := `{"ssn":"` + plainSSN + `","plan":"pro"}`
	escaped := strings.Trim(jsonString(good, 1), `"`)
	for name, tt := range map[string]struct{ in, want string }{
		"cut off":                  {`{"ssn":"` + plainSSN + `","name":"x`, `{"ssn":"[redacted]","name":"x`},
		"cut off in the value":     {`{"plan":"pro","ssn":"900-12-34`, `{"plan":"pro","ssn":"[redacted]`},
		"cut off in a container":   {`{"plan":"pro","passport":{"number":"C01","country":"DE"`, `{"plan":"pro","passport":"[redacted]"`},
		"cut off below a key":      {`{"card":{"x":"}","number":"12345","brand":"visa`, `{"card":{"x":"}","number":"[redacted]","brand":"visa`},
		"cut off in an escape":     {`{"ssn":"900\`, `{"ssn":"[redacted]`},
		"cut off behind a colon":   {`{"ssn":`, `{"ssn":`},
		"number cut off":           {`[{"plan":"pro","ssn": 900123456`, `[{"plan":"pro","ssn": "[redacted]"`},
		"several":                  {good + "\n" + good, `{"plan":"pro"}` + "\n" + `{"plan":"pro"}`},
		"several, one broken":      {good + good[:18], `{"plan":"pro"}{"ssn":"[redacted]`},
		"byte order mark":          {"\ufeff" + good, `{"plan":"pro"}`},
		"byte order mark, cut off": {"\ufeff" + good[:27], "\ufeff" + `{"ssn":"[redacted]","plan"`},
		"text behind":              {good + " and more", `{"plan":"pro"} and more`},
		"text before":              {"user: " + good, `user: {"plan":"pro"}`},
		"in brackets":              {"[INFO " + good + "]", `[INFO {"ssn":"[redacted]","plan":"pro"}]`},
		"stray quote before":       {`5" pipe for ` + good, `5" pipe for {"plan":"pro"}`},
		"stray quote and brace":    {`5" { pipe for ` + good, `5" { pipe for {"ssn":"[redacted]","plan":"pro"}`},
		"encoded twice":            {jsonString(good, 1), jsonString(`{"plan":"pro"}`, 1)},
		"encoded four times":       {jsonString(good, 3), jsonString(`{"plan":"pro"}`, 3)},
		"twice, cut off":           {jsonString(good, 1)[:31], `"{\"ssn\":\"[redacted]\",\"pla`},
		"thrice, cut off":          {jsonString(good, 2)[:48], `"\"{\\\"ssn\\\":\\\"[redacted]\\\",\\\"plan\\\"`},
		"twice without quotes":     {escaped, `{\"ssn\":\"[redacted]\",\"plan\":\"pro\"}`},
		"inside, cut off":          {`{"meta":` + jsonString(good, 1) + `,"x":`, `{"meta":"{\"ssn\":\"[redacted]\",\"plan\":\"pro\"}","x":`},
		"trailing comma":           {`{"ssn":"` + plainSSN + `",}`, `{"ssn":"[redacted]",}`},
		"comment":                  {`{/* x */"ssn":"` + plainSSN + `"}`, `{/* x */"ssn":"[redacted]"}`},
		"pairs without braces":     {`"plan":"pro","ssn":"` + plainSSN + `"`, `"plan":"pro","ssn":"[redacted]"`},
		"Python's quotes":          {`{'ssn': '` + plainSSN + `', 'plan': 'pro'}`, `{'ssn': '[redacted]', 'plan': 'pro'}`},
		"escaped key":              {`{"\u0073sn":"` + plainSSN + `",`, `{"\u0073sn":"[redacted]",`},
		"backslash at an end":      {`{"path":"C:\\","ssn":"` + plainSSN + `","x`, `{"path":"C:\\","ssn":"[redacted]","x`},
		"spaces":                   {`{"ssn" : ` + "\n" + `"` + plainSSN + `" ,`, `{"ssn" : ` + "\n" + `"[redacted]" ,`},
		"hash class":               {`{"phone":"+1-555-0123","ip":"192.0.2.17`, `{"phone":"[redacted]","ip":"[redacted]`},
		"raw under a digest's key": {`{"phone_hash":"+1-555-0123","ip_hash":"0a1b"`, `{"phone_hash":"[redacted]","ip_hash":"0a1b"`},
		"detectors":                {`{"note":"` + ssn + `","x`, `{"note":"[redacted]","x`},
		"list":                     {`{"phones":["+1","+2"],"x`, `{"phones":"[redacted]","x`},
		"empty and null":           {`{"ssn":"","phone":null,"x`, `{"ssn":"","phone":null,"x`},
		"deep":                     {strings.Repeat(`{"a":[`, 200) + good, strings.Repeat(`{"a":[`, 63) + `{"a":"[redacted]"`},

		"CSV":                     {`7,"{""plan"":""pro"",""ssn"":""` + plainSSN + `""}",x`, `7,"{""plan"":""pro"",""ssn"":""[redacted]""}",x`},
		"CSV, a number":           {`"{""ssn"": 900123456, ""plan"":1}"`, `"{""ssn"": ""[redacted]"", ""plan"":1}"`},
		"CSV, below a key":        {`"{""card"":{""x"":"""",""number"":""12345"",""brand"":""visa""}}"`, `"{""card"":{""x"":"""",""number"":""[redacted]"",""brand"":""visa""}}"`},
		"CSV, escapes and no end": {`"{""ssn"":""900\""-12`, `"{""ssn"":""[redacted]`},
		"CSV in CSV":              {`"""{""""ssn"""":""""` + plainSSN + `""""}"""`, `"""{""""ssn"""":""""[redacted]""""}"""`},
		"Python's triple quotes":  {`{"ssn": """` + plainSSN + `""", "plan": 1`, `{"ssn": """[redacted]""", "plan": 1`},
		"SQL":                     {`'{''ssn'': ''` + plainSSN + `''}'`, `'{''ssn'': ''[redacted]''}'`},
		"no-break space":          {`{"ssn"` + "\u00a0" + `: "` + plainSSN + `"`, `{"ssn"` + "\u00a0" + `: "[redacted]"`},
		"an empty key":            {`{"":"","ssn":"","phone":"1","x`, `{"":"","ssn":"","phone":"[redacted]","x`},

		"harmless, CSV":        {`"{""plan"":""pro"",""x"":""""}"`, `"{""plan"":""pro"",""x"":""""}"`},
		"harmless, cut off":    {`{"plan":"pro","name":"x`, `{"plan":"pro","name":"x`},
		"harmless, several":    {`{"plan": 1} {"plan": 2}`, `{"plan": 1} {"plan": 2}`},
		"harmless, marked":     {"\ufeff" + `{"plan": 1}`, "\ufeff" + `{"plan": 1}`},
		"harmless, twice":      {jsonString(`{"plan": 1}`, 1), jsonString(`{"plan": 1}`, 1)},
		"a question":           {`{"has_ssn":true,"phone_verified":true,"x`, `{"has_ssn":true,"phone_verified":true,"x`},
		"speech":               {`he said "soon": at 10:30 {sic}`, `he said "soon": at 10:30 {sic}`},
		"liquid":               {`{{customer.phone}} {% if a %}`, `{{customer.phone}} {% if a %}`},
		"many brackets":        {strings.Repeat("[", 500) + "x", strings.Repeat("[", 500) + "x"},
		"reset link elsewhere": {`see "docs": https://example.com/a?b=c {x`, `see "docs": https://example.com/a?b=c {x`},
	} {
		t.Run(name, func(t *testing.T) {
			got := sanitize.Attributes(object{"note": tt.in})
			equal(t, got, object{"note": tt.want})
			equal(t, sanitize.Attributes(got), got)
			equal(t, sanitize.Attributes(object{"note": []byte(tt.in)}), object{"note": []byte(tt.want)})
			equal(t, sanitize.Attributes(object{"email": tt.in})["email"] == tt.in, tt.in == tt.want || name == "detectors")
		})
	}
}

// Options and messages hold for tokens as for keys.
func TestTokensAreJudgedAsKeys(t *testing.T) {
	s := sanitize.New(sanitize.NeverSend("nick"), sanitize.Allow("phone"), sanitize.Hash("plan"))
	equal(t, s.Attributes(object{"note": `{"nick":"a","phone":"+1-555-0123","plan":"pro","x`}),
		object{"note": `{"nick":"[redacted]","phone":"+1-555-0123","plan":"[redacted]","x`})
	equal(t, sanitize.MessageData(object{"note": `{"reset_link":"https://example.com/r","ssn":"1","x`}),
		object{"note": `{"reset_link":"https://example.com/r","ssn":"[redacted]","x`})
	equal(t, sanitize.Attributes(object{"card": `{"number":"12345","x`}), object{"card": `{"number":"[redacted]","x`})
	equal(t, reportOf(t, object{"a": `{"b":{"ssn":"1","x`}), "redacted a.b.ssn (government identifier)\n")
}

func TestValuesInOtherScriptsAreNoDigests(t *testing.T) {
	for _, raw := range []string{"＋１５５５０１２３", "+١٥٥٥٠١٢٣", `{"ssn":"` + plainSSN + `"}`, "Hauptstraße"} {
		equal(t, sanitize.Attributes(object{"phone_hash": raw}), object{"phone_hash": sum(raw)})
	}
	for _, digest := range []string{sum("x"), "sha256:0a1b", "$2b$10$abcdefghijkl./", "AbC123==", "[redacted]", "argon2id,v=19"} {
		equal(t, sanitize.Attributes(object{"phone_hash": digest}), object{"phone_hash": digest})
	}
}
