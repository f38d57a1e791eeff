package fix

import (
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestGetenv(t *testing.T) {
	t.Parallel()
	const head = `package p

import "os"

var _ = os.Args

type key string

func use(string) {}

func useKey(key) {}

`
	run(t, []example{
		{"an argument", head + "func f() { use(«\"5f2a9c1e\"») }\n", head + "func f() { use(os.Getenv(\"KEY\")) }\n"},
		{"a type of its own", head + "func f() { useKey(«\"5f2a9c1e\"») }\n", head + "func f() { useKey(key(os.Getenv(\"KEY\"))) }\n"},
		{"a constant becomes a variable", head + "const k = «\"5f2a9c1e\"»\n\nfunc f() { use(k) }\n", head + "var k = os.Getenv(\"KEY\")\n\nfunc f() { use(k) }\n"},
		{"not a constant that others see", head + "const K = «\"5f2a9c1e\"»\n\nfunc f() { use(K) }\n", ""},
		{"not a constant that is a length", head + "const k = «\"5f2a9c1e\"»\n\nvar a [len(k)]int\n", ""},
		{"not one of a group", head + "const (\n\tk = «\"5f2a9c1e\"»\n\tl = \"x\"\n)\n\nfunc f() { use(k + l) }\n", ""},
		{"not a part of a text", head + "func f(s string) { use(«\"5f2a9c1e\"» + s) }\n", ""},
		{"not around a comment", head + "func f() { use(«(\"5f2a9c1e\" /* of the test workspace */)») }\n", ""},
	}, func(p *program) ([]analysis.TextEdit, bool) { return p.fixer().Getenv(p.marked(), nil, "", "KEY") })
}

func TestGetenvWithScheme(t *testing.T) {
	t.Parallel()
	run(t, []example{
		{"in front", "package p\n\nfunc use(string) {}\n\nfunc f() { use(«\"Bearer 5f2a9c1e\"») }\n",
			"package p\n\nimport \"os\"\n\nfunc use(string) {}\n\nfunc f() { use(\"Bearer \" + os.Getenv(\"KEY\")) }\n"},
		{"not there", "package p\n\nfunc use(string) {}\n\nfunc f() { use(«\"5f2a9c1e\"») }\n", ""},
	}, func(p *program) ([]analysis.TextEdit, bool) {
		return p.fixer().Getenv(p.marked(), nil, "Bearer ", "KEY")
	})
}

// TestGetenvWhereUsed: a constant that has to stay is replaced where it is used.
func TestGetenvWhereUsed(t *testing.T) {
	t.Parallel()
	run(t, []example{{"an exported constant", "package p\n\nconst K = \"5f2a9c1e\"\n\nfunc use(string) {}\n\nfunc f() { use(«K») }\n",
		"package p\n\nimport \"os\"\n\nconst K = \"5f2a9c1e\"\n\nfunc use(string) {}\n\nfunc f() { use(os.Getenv(\"KEY\")) }\n"},
	}, func(p *program) ([]analysis.TextEdit, bool) {
		return p.fixer().Getenv(valueOf(p, "K"), p.marked(), "", "KEY")
	})
}
