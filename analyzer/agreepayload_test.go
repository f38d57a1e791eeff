package analyzer

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/runtime/pii"
)

// A vocabulary is the phrases of the dictionary.
type vocabulary struct{ sensitive, innocent, around []string }

func readVocabulary(t *testing.T) *vocabulary {
	t.Helper()
	v := &vocabulary{}
	for _, from := range []struct {
		file string
		to   *[]string
	}{{"never", &v.sensitive}, {"hash", &v.sensitive}, {"innocent", &v.innocent}, {"words", &v.around}} {
		text, err := os.ReadFile(filepath.Join("..", "runtime", "pii", "dict", from.file+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' || line[0] == '[' {
				continue
			}
			if _, spellings, isAlias := strings.Cut(line, ": "); isAlias {
				line = strings.ReplaceAll(spellings, " ", ",")
			}
			for phrase := range strings.SplitSeq(line, ",") {
				*from.to = append(*from.to, strings.TrimSpace(phrase))
			}
		}
	}
	return v
}

// A payload is generated twice at once: as a value and as the expression of Go
// that makes it.
type payload struct {
	number  int
	message bool // it is the data of a transactional message
	value   map[string]any
	source  string          // the expression, each key on a line of its own
	lines   map[string]int  // the line of each key by its path: in source, then in the program
	hashed  map[string]bool // the paths of fields that tags want hashed

	first, last, end int // lines of the program: of the payload, of the same behind the sanitizer

	r     *rand.Rand
	words *vocabulary
	b     strings.Builder
}

func newPayload(r *rand.Rand, words *vocabulary, number int) *payload {
	p := &payload{number: number, message: r.IntN(4) == 0, lines: map[string]int{}, hashed: map[string]bool{}, r: r, words: words}
	p.value = p.object("", 3)
	p.source = p.b.String()
	return p
}

// write writes the functions that send the payload, and returns the line behind
// them.
func (p *payload) write(b *strings.Builder, line int) int {
	call, args := "Identify(\"u1\", ", ")"
	client, sanitizer := "c *customerio.CustomerIO", "sanitize.Attributes"
	if p.message {
		call, args = "SendEmail(context.Background(), &customerio.SendEmailRequest{MessageData: ", "})"
		client, sanitizer = "c *customerio.APIClient", "sanitize.MessageData"
	}
	height := strings.Count(p.source, "\n")
	p.first = line + 1
	for path, at := range p.lines {
		p.lines[path] = p.first + at
	}
	fmt.Fprintf(b, "func raw%d(%s, v string, n int, is bool) {\n", p.number, client)
	fmt.Fprintf(b, "c.%s%s%s\n}\n\n", call, p.source, args)
	p.last = p.first + height + 3
	fmt.Fprintf(b, "func clean%d(%s, v string, n int, is bool) {\n", p.number, client)
	fmt.Fprintf(b, "c.%s%s(%s)%s\n}\n\n", call, sanitizer, p.source, args)
	p.end = p.last + height + 4
	return p.end
}

// line is the line of the payload's source that is written next.
func (p *payload) line() int { return strings.Count(p.b.String(), "\n") }

func (p *payload) object(path string, depth int) map[string]any {
	m := map[string]any{}
	p.b.WriteString("map[string]any{\n")
	for range 1 + p.r.IntN(4) {
		key := p.key(path == "")
		at := join(path, key)
		if _, ok := m[key]; ok || len(key) > longestKey || p.lines[at] != 0 || strings.Contains(key, "`") {
			continue
		}
		p.lines[at] = p.line()
		fmt.Fprintf(&p.b, "%s: ", strconv.Quote(key))
		m[key] = p.any(at, depth-1)
		p.b.WriteString(",\n")
	}
	p.b.WriteString("}")
	return m
}

func join(path, key string) string {
	key = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, key)
	if path == "" {
		return key
	}
	return path + "." + key
}

func (p *payload) any(path string, depth int) any {
	if depth > 0 {
		switch p.r.IntN(6) {
		case 0:
			return p.object(path, depth)
		case 1:
			return p.list(path, depth)
		case 2:
			return p.maps(path, depth)
		case 3:
			return p.record(path, depth)
		}
	}
	switch p.r.IntN(8) {
	case 0:
		p.b.WriteString("n")
		return 7
	case 1:
		p.b.WriteString("is")
		return true
	case 2:
		p.b.WriteString("[]string{v}")
		return []string{"x"}
	}
	p.b.WriteString("v")
	return "x"
}

func (p *payload) list(path string, depth int) any {
	var list []any
	p.b.WriteString("[]any{")
	for i := range 1 + p.r.IntN(2) {
		list = append(list, p.any(fmt.Sprintf("%s[%d]", path, i), depth-1))
		p.b.WriteString(",\n")
	}
	p.b.WriteString("}")
	return list
}

func (p *payload) maps(path string, depth int) any {
	var list []map[string]any
	p.b.WriteString("[]map[string]any{")
	for i := range 1 + p.r.IntN(2) {
		list = append(list, p.object(fmt.Sprintf("%s[%d]", path, i), depth-1))
		p.b.WriteString(",\n")
	}
	p.b.WriteString("}")
	return list
}

// longestKey is the longest key that reports of the sanitizer show in full.
const longestKey = 80

// marks are tags that a field may have, the more usual ones more often.
var marks = []string{
	``, ``, ``, ``, ``, `pii:"true"`, `pii:"never"`, `pii:"hash"`, `pii:"false"`, `sensitive:"true"`, `sensitive:"false"`, `redact:"complete"`,
	`mask:"filled"`, `log:"-"`, `log:"name"`, `masq:"secret"`, `datapolicy:"password"`, `datapolicy:"token"`, `datapolicy:"security-key"`, `validate:"required"`,
}

// record is a struct whose fields have tags.
func (p *payload) record(path string, depth int) any {
	var fields []reflect.StructField
	var values []any
	var types, literal strings.Builder
	outer := p.b
	names := map[string]bool{}
	for i := range 1 + p.r.IntN(3) {
		key := p.key(false)
		if at := join(path, key); len(key) > longestKey || names[key] || p.lines[at] != 0 || strings.Trim(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") != "" || key == "-" || key == "" {
			continue
		}
		names[key] = true
		mark := marks[p.r.IntN(len(marks))]
		if says := keyclass.OfTag(reflect.StructTag(mark)); says.Foreign && says.Class == pii.Hash && strings.HasSuffix(path, keyclass.Identifiers) {
			mark = "" // an id arrives as it is, marked or not; the linter asks for the sanitizer all the same
		}
		tag := fmt.Sprintf("json:%q %s", key, mark)
		p.hashed[join(path, key)] = keyclass.OfTag(reflect.StructTag(tag)).Class == pii.Hash
		p.lines[join(path, key)] = strings.Count(outer.String(), "\n") + 1 + strings.Count(literal.String(), "\n")
		name := fmt.Sprintf("F%d", i)
		fmt.Fprintf(&types, "%s any `%s`; ", name, tag)
		p.b = strings.Builder{}
		p.b.WriteString(outer.String() + "\n" + literal.String()) // so that lines are counted
		before := p.b.Len()
		values = append(values, p.any(join(path, key), depth-1))
		fmt.Fprintf(&literal, "%s: %s,\n", name, p.b.String()[before:])
		fields = append(fields, reflect.StructField{Name: name, Type: reflect.TypeFor[any](), Tag: reflect.StructTag(tag)})
	}
	p.b = strings.Builder{}
	p.b.WriteString(outer.String())
	if len(fields) == 0 { // what is empty is no finding
		p.b.WriteString("v")
		return "x"
	}
	fmt.Fprintf(&p.b, "struct{%s}{\n%s}", types.String(), literal.String())
	v := reflect.New(reflect.StructOf(fields)).Elem()
	for i := range fields {
		v.Field(i).Set(reflect.ValueOf(values[i]))
	}
	return v.Interface()
}

// reserved are keys that Customer.io gives a meaning.
var reserved = []string{"id", "email", "cio_relationships", "identifiers", "cio_subscription_preferences", "recipient", "created_at"}

// key makes a key out of the dictionary's words: with words before and behind
// it, in the plural, in some style.
func (p *payload) key(top bool) string {
	if p.r.IntN(30) == 0 {
		return reserved[p.r.IntN(len(reserved))]
	}
	from := p.words.innocent
	if p.r.IntN(3) == 0 {
		from = p.words.sensitive
	}
	words := p.phrase(from)
	if p.r.IntN(4) == 0 {
		words = append(p.phrase(p.words.around), words...)
	}
	if p.r.IntN(4) == 0 {
		words = append(words, p.phrase(p.words.around)...)
	}
	if p.r.IntN(5) == 0 {
		words[len(words)-1] += "s"
	}
	return styled(words, p.r.IntN(10))
}

// phrase is one of the phrases that an entry stands for.
func (p *payload) phrase(entries []string) []string {
	var out []string
	for field := range strings.FieldsSeq(entries[p.r.IntN(len(entries))]) {
		choices := strings.Split(field, "/")
		out = append(out, strings.Split(choices[p.r.IntN(len(choices))], "_")...)
	}
	if len(out) == 0 {
		return []string{"plan"}
	}
	return out
}

func styled(words []string, style int) string {
	switch style {
	case 0:
		return strings.Join(words, "-")
	case 1:
		return strings.Join(words, " ")
	case 2:
		return strings.Join(words, ".")
	case 3:
		return strings.ToUpper(strings.Join(words, "_"))
	case 4:
		return strings.Join(words, "")
	case 5:
		return words[0] + titled(words[1:])
	case 6:
		return titled(words)
	case 7:
		return strings.Join(words, "_") + "_ms"
	}
	return strings.Join(words, "_")
}

func titled(words []string) string {
	var b strings.Builder
	for _, w := range words {
		r, size := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
		b.WriteString(w[size:])
	}
	return b.String()
}
