package fix

import (
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestEqualMAC(t *testing.T) {
	t.Parallel()
	const hmac = "package p\n\nimport \"crypto/hmac\"\n\nvar _ = hmac.New\n\n"
	run(t, []example{
		{"texts by an operator", hmac + "func f(a, b string) bool { return «a == b» }\n",
			hmac + "func f(a, b string) bool { return hmac.Equal([]byte(a), []byte(b)) }\n"},
		{"unlike texts", hmac + "func f(a, b string) bool { return «a != b» }\n",
			hmac + "func f(a, b string) bool { return !hmac.Equal([]byte(a), []byte(b)) }\n"},
		{"bytes, the import takes the other's place", "package p\n\nimport \"bytes\"\n\nfunc f(a, b []byte) bool { return «bytes.Equal(a, b)» }\n",
			"package p\n\nimport \"crypto/hmac\"\n\nfunc f(a, b []byte) bool { return hmac.Equal(a, b) }\n"},
		{"the other import is needed still", "package p\n\nimport \"bytes\"\n\nfunc f(a, b []byte) bool { return «bytes.Equal(a, bytes.TrimSpace(b))» }\n",
			"package p\n\nimport \"bytes\"\nimport \"crypto/hmac\"\n\nfunc f(a, b []byte) bool { return hmac.Equal(a, bytes.TrimSpace(b)) }\n"},
		{"a comparison with zero", "package p\n\nimport \"strings\"\n\nfunc f(a, b string) bool { return «strings.Compare(a, b)» != 0 }\n",
			"package p\n\nimport \"crypto/hmac\"\n\nfunc f(a, b string) bool { return !hmac.Equal([]byte(a), []byte(b)) }\n"},
		{"reflect", "package p\n\nimport \"reflect\"\n\nfunc f(a, b []byte) bool { return !«reflect.DeepEqual(a, b)» }\n",
			"package p\n\nimport \"crypto/hmac\"\n\nfunc f(a, b []byte) bool { return !hmac.Equal(a, b) }\n"},
		{"not numbers", hmac + "func f(a, b int) bool { return «a == b» }\n", ""},
		{"not an order", hmac + "func f(a, b string) bool { return «a < b» }\n", ""},
		{"not another type of text", hmac + "type s string\n\nfunc f(a, b s) bool { return «a == b» }\n", ""},
	}, func(p *program) ([]analysis.TextEdit, bool) {
		fixes := p.fixer().EqualMAC(p.marked())
		if len(fixes) == 0 {
			return nil, false
		}
		return fixes[0].TextEdits, true
	})
}
