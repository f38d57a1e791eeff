package pii

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestZZ(t *testing.T) {
	for _, k := range strings.Fields(os.Getenv("KEYS")) {
		k = strings.ReplaceAll(k, "+", " ")
		d := compiled()
		var l letters
		var w words
		l.read(k)
		l.split(&w, d)
		names := map[word]string{}
		for s, id := range d.ids {
			if o, ok := names[id]; !ok || len(s) > len(o) {
				names[id] = s
			}
		}
		var ws []string
		for i := range w.n {
			ws = append(ws, names[w.id[i]])
		}
		var p phrases
		if w.n > 0 {
			p.parse(&w, d)
		}
		kn := map[kind]string{datum: "DATUM"}
		for n, m := range kindNames {
			if m.kind != datum {
				kn[m.kind] = n
			}
		}
		var ps []string
		for i := range p.n {
			s := kn[p.part[i].kind]
			if p.part[i].kind == datum {
				s = fmt.Sprint(p.part[i].category, "/", p.part[i].strength)
			}
			ps = append(ps, s)
		}
		c, cat := Categorize(k)
		fmt.Println(k, c, cat, ws, ps, Deliverable(k))
	}
}

func TestZZCompounds(t *testing.T) {
	d := compiled()
	for s, id := range d.ids {
		m := d.meaningOf(id)
		if m.kind != datum || len(s) < 6 {
			continue
		}
		// divide without the whole word
		var w words
		p := prefix([]byte(s))
		if p < 0 {
			continue
		}
		old := d.lens[p]
		d.lens[p] &^= 1 << len(s)
		delete(d.ids, s)
		ok := d.divide([]byte(s), 0, &w)
		c, _ := Categorize(s)
		d.ids[s] = id
		d.lens[p] = old
		if ok && c == m.category.class() {
			fmt.Println("COMPOUND", s)
		}
	}
}

func TestZZWords(t *testing.T) {
	data, err := os.ReadFile(os.Getenv("WORDS"))
	if err != nil {
		t.Skip()
	}
	for _, s := range strings.Fields(string(data)) {
		if c, cat := Categorize(s); c != Keep {
			fmt.Println("FLAG", s, c, cat)
		}
	}
}

func TestZZAdv(t *testing.T) {
	data, err := os.ReadFile("/tmp/adv.txt")
	if err != nil {
		t.Skip()
	}
	want := Keep
	for _, s := range strings.Fields(string(data)) {
		switch s {
		case "never":
			want = NeverSend
		case "hash":
			want = Hash
		case "keep":
			want = Keep
		default:
			if c, cat := Categorize(s); c != want {
				fmt.Println("ADV", s, c, cat, "want", want)
			}
		}
	}
}
