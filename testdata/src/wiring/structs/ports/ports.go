// Mode: unless-clean.

// Package ports hands structs over: one behind an embedded interface, one with
// more fields than a fact holds, one that nests deeper.
package ports

type Message struct {
	ID   string
	Data map[string]any
}

type Sender interface{ Send(m Message) error }

type Wide struct {
	F0   string
	F1   string
	F2   string
	F3   string
	F4   string
	F5   string
	F6   string
	F7   string
	F8   string
	F9   string
	F10  string
	F11  string
	F12  string
	F13  string
	F14  string
	F15  string
	F16  string
	F17  string
	F18  string
	F19  string
	F20  string
	F21  string
	F22  string
	F23  string
	F24  string
	F25  string
	F26  string
	F27  string
	F28  string
	F29  string
	F30  string
	F31  string
	F32  string
	F33  string
	F34  string
	F35  string
	F36  string
	F37  string
	F38  string
	F39  string
	F40  string
	F41  string
	F42  string
	F43  string
	F44  string
	Data map[string]any
}

type WideSender interface{ SendWide(w Wide) error }

type Deep struct{ A A }

type A struct{ B B }

type B struct{ C C }

type C struct{ Data map[string]any }

type DeepSender interface{ SendDeep(d Deep) error }
