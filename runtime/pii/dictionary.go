package pii

import (
	_ "embed"
	"math/bits"
	"strings"
	"sync"
	"unicode/utf8"
)

// The dictionary is text, so that a reader can check it line by line. Its form is described in dict/README.md.
var (
	//go:embed dict/words.txt
	wordsText string
	//go:embed dict/never.txt
	neverText string
	//go:embed dict/hash.txt
	hashText string
	//go:embed dict/innocent.txt
	innocentText string
)

// word is the number of a word. All spellings of a word have the same number.
type word uint16

const unknown word = 0

// kind is the part a word or phrase plays in a key.
type kind uint8

const (
	none     kind = iota
	datum         // names something sensitive
	value         // a word for the value itself: number, text, scan
	figure        // the values that bring the datum back behind a participle: a verified number is a number
	digest        // a form computed from the value
	fragment      // a part of the value
	ref           // id
	state         // verified, set, linked
	event         // what is done with a record: updated, viewed, requested
	when          // date, at, expires
	count         // how many
	nature        // what kind of it, which for a fact is the fact: type, level
	about         // anything else that is about the datum and not the datum
	is            // makes a yes or no of it, which for a fact is the fact
	ask           // makes a switch or a count of it
	role          // whose, or which one
	conj          // and, or
	prep          // of, from: what stands before is the head
	prepWhen      // at, on: a time at the end of a key, a preposition before
	means         // by, with: what follows is not the datum
	common        // a word that means nothing here
	noise         // a single letter: left out unless it belongs to a phrase
	filler        // an article: left out, of phrases too
)

// strength is how much company a datum needs.
type strength uint8

const (
	strong strength = iota // whatever it stands beside, unless that is known to be about it
	plain                  // unless what follows is a head of its own
	bare                   // only alone or with words that say whose it is
	hinted                 // only with a word that makes it clear: number, card, a country
)

// meaning is what the dictionary says of a word or phrase.
type meaning struct {
	kind     kind
	strength strength
	category Category
	traits   traits
}

// traits are the remaining facts about a phrase.
type traits uint8

const (
	ownID     traits = 1 << iota // "id" completes its name
	fact                         // whether it exists is the datum
	partial                      // fragments of it may be shown
	delivered                    // a transactional message may exist to carry it
	hint                         // makes a hinted datum clear
)

func (m meaning) has(t traits) bool { return m.traits&t != 0 }

var kindNames = map[string]meaning{
	"value": {kind: value}, "figure": {kind: figure}, "digest": {kind: digest}, "fragment": {kind: fragment},
	"ref": {kind: ref}, "state": {kind: state}, "event": {kind: event}, "when": {kind: when}, "count": {kind: count},
	"nature": {kind: nature}, "about": {kind: about}, "is": {kind: is}, "ask": {kind: ask}, "role": {kind: role},
	"conj": {kind: conj}, "prep": {kind: prep}, "prepwhen": {kind: prepWhen}, "means": {kind: means},
	"common": {kind: common}, "noise": {kind: noise}, "filler": {kind: filler},

	"government": {kind: datum, category: GovernmentID, traits: ownID}, "card": {kind: datum, category: PaymentCard},
	"bank": {kind: datum, category: BankAccount}, "authenticator": {kind: datum, category: Authenticator},
	"health": {kind: datum, category: Health}, "biometric": {kind: datum, category: Biometric},
	"special": {kind: datum, category: SpecialCategory}, "phone": {kind: datum, category: Phone},
	"network": {kind: datum, category: NetworkAddress}, "postal": {kind: datum, category: PostalAddress},
	"position": {kind: datum, category: Position}, "device": {kind: datum, category: Device, traits: ownID},
}

// dictionary is the compiled form: a trie of word numbers.
type dictionary struct {
	ids    map[string]word                   // folded spelling -> word
	start  []uint16                          // word -> node of the phrase of that one word
	edges  map[uint32]uint16                 // node and word -> node of the longer phrase
	nodes  []meaning                         // by node; node 0 is no phrase
	lens   [letterKinds * letterKinds]uint64 // first two bytes -> lengths of the words that begin so, as bits
	number word
	num    word
	of     word
}

// compiled is built by the first key that is classified: importing the package costs nothing.
var compiled = sync.OnceValue(compile)

func compile() *dictionary {
	d := &dictionary{
		ids:   make(map[string]word, 8192),
		edges: make(map[uint32]uint16, 8192),
		start: make([]uint16, 1, 8192),
		nodes: make([]meaning, 1, 16384),
	}
	for _, text := range [...]string{wordsText, innocentText, hashText, neverText} {
		d.load(text)
	}
	d.number, d.num, d.of = d.ids["number"], d.ids["num"], d.ids["of"]
	return d
}

// id is the word with exactly this spelling.
func (d *dictionary) id(text []byte) word { return d.ids[string(text)] }

// lookup is the word with this spelling, or the one it is the plural of.
func (d *dictionary) lookup(text []byte) word {
	if id := d.id(text); id != unknown {
		return id
	}
	return d.id(singular(text))
}

// shortestPlural is the length from which an s at the end may be taken off: "ips", not "is".
const shortestPlural = 3

// singular takes the plural ending off.
func singular(text []byte) []byte {
	n := len(text)
	if n < shortestPlural || text[n-1] != 's' {
		return text
	}
	switch text[n-2] {
	case 's', 'u', 'i': // address, status, basis
		return text
	case 'e':
		if n > 5 && (text[n-3] == 's' && text[n-4] == 's' || text[n-3] == 'x' || text[n-3] == 'h') {
			return text[:n-2] // addresses, faxes, switches
		}
	}
	return text[:n-1]
}

func (d *dictionary) knows(text []byte) bool { return d.lookup(text) != unknown }

// meaningOf is what the word means alone.
func (d *dictionary) meaningOf(id word) meaning { return d.nodes[d.start[id]] }

// phrase is the longest phrase at the beginning of ids: its node, and how many words it has. Node 0 is none.
func (d *dictionary) phrase(ids []word) (best uint16, length int) {
	node := d.start[ids[0]]
	if d.nodes[node].kind != none {
		best, length = node, 1
	}
	for i := 1; i < len(ids) && node != 0; i++ {
		node = d.edges[uint32(node)<<16|uint32(ids[i])]
		if d.nodes[node].kind != none {
			best, length = node, i+1
		}
	}
	return best, length
}

// load adds a text of sections.
func (d *dictionary) load(text string) {
	var m meaning
	var name string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			m, name = section(line), line
		case name == "[alias]":
			d.alias(line)
		case name == "[plural]":
			for plural := range strings.SplitSeq(line, ", ") {
				d.newWord([]byte(plural))
			}
		default:
			for phrase := range strings.SplitSeq(line, ",") {
				d.add(strings.TrimSpace(phrase), m)
			}
		}
	}
}

// section reads "[kind trait ...]".
func section(line string) meaning {
	names := strings.Fields(strings.Trim(line, "[]"))
	m := kindNames[names[0]]
	for _, name := range names[1:] {
		switch name {
		case "plain":
			m.strength = plain
		case "bare":
			m.strength = bare
		case "hinted":
			m.strength = hinted
		case "fact":
			m.traits |= fact
		case "partial":
			m.traits |= partial
		case "delivered":
			m.traits |= delivered
		case "hint":
			m.traits |= hint
		}
	}
	return m
}

// alias reads "word: spelling spelling ...".
func (d *dictionary) alias(line string) {
	name, spellings, _ := strings.Cut(line, ":")
	id := d.intern(strings.TrimSpace(name))
	for spelling := range strings.FieldsSeq(spellings) {
		var l letters
		l.read(spelling)
		d.spell(l.text[:l.n], id)
		if !isASCII(spelling) {
			d.spellCapitals(spelling, id)
		}
	}
}

// add adds a phrase; "a/b_c d" stands for "a d" and "b c d".
func (d *dictionary) add(phrase string, m meaning) {
	if m.kind == filler {
		d.setMeaning(d.step(0, d.intern(phrase)), m)
		return
	}
	d.grow(0, strings.Fields(phrase), m)
}

func (d *dictionary) grow(node uint16, rest []string, m meaning) {
	if len(rest) == 0 {
		d.setMeaning(node, m)
		return
	}
	for choice := range strings.SplitSeq(rest[0], "/") {
		next := node
		for name := range strings.SplitSeq(choice, "_") {
			if id := d.intern(name); d.meaningOf(id).kind != filler {
				next = d.step(next, id)
			}
		}
		d.grow(next, rest[1:], m)
	}
}

// setMeaning lets the last datum hold, and otherwise the first entry.
func (d *dictionary) setMeaning(node uint16, m meaning) {
	if m.kind == datum || d.nodes[node].kind == none {
		d.nodes[node] = m
	}
}

// step is the node one word further, made if need be.
func (d *dictionary) step(node uint16, id word) uint16 {
	if node == 0 {
		if d.start[id] == 0 {
			d.start[id] = d.newNode()
		}
		return d.start[id]
	}
	edge := uint32(node)<<16 | uint32(id)
	next := d.edges[edge]
	if next == 0 {
		next = d.newNode()
		d.edges[edge] = next
	}
	return next
}

func (d *dictionary) newNode() uint16 {
	d.nodes = append(d.nodes, meaning{})
	return uint16(len(d.nodes) - 1)
}

// intern is the number of a word, given to it if it is new.
func (d *dictionary) intern(name string) word {
	var l letters
	l.read(name)
	text := l.text[:l.n]
	if id := d.id(text); id != unknown {
		return id
	}
	if len(text) > shortestPlural {
		text = singular(text)
	}
	id := d.newWord(text)
	if !isASCII(name) {
		d.spellCapitals(name, id)
	}
	return id
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// newWord is the number of a spelling, given to it if it is new.
func (d *dictionary) newWord(text []byte) word {
	if id := d.id(text); id != unknown {
		return id
	}
	d.start = append(d.start, 0)
	id := word(len(d.start) - 1)
	d.spell(text, id)
	return id
}

// spell makes a spelling stand for a word.
func (d *dictionary) spell(text []byte, id word) {
	d.ids[string(text)] = id
	if i := prefix(text); i >= 0 && len(text) < 64 {
		d.lens[i] |= 1 << len(text)
	}
}

// spellCapitals makes the spellings of a word with capitals stand for it, too: a capital of another script may look like
// another Latin letter than the small one does, as the Cyrillic Н and н.
func (d *dictionary) spellCapitals(name string, id word) {
	upper := strings.ToUpper(name)
	_, size := utf8.DecodeRuneInString(name)
	_, upperSize := utf8.DecodeRuneInString(upper)
	for _, spelling := range [...]string{upper, upper[:upperSize] + name[size:]} {
		var l letters
		l.read(spelling)
		if text := l.text[:l.n]; d.id(text) == unknown {
			d.spell(text, id)
		}
	}
}

// letterKinds is how many bytes [letterIndex] tells apart, ASCII letters and digits exactly.
const letterKinds = 36 + 64

// prefix numbers the first two bytes of a word; -1 when there is only one.
func prefix(text []byte) int {
	if len(text) < 2 {
		return -1
	}
	return letterIndex(text[0])*letterKinds + letterIndex(text[1])
}

func letterIndex(c byte) int {
	switch {
	case 'a' <= c && c <= 'z':
		return int(c - 'a')
	case '0' <= c && c <= '9':
		return 26 + int(c-'0')
	}
	return 36 + int(c&63)
}

// longest is the longest of a set of lengths, 0 for the empty set.
func longest(lengths uint64) int { return bits.Len64(lengths) - 1 }
