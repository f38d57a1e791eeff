// Mode: unless-clean.

// Package domain fills the structs.
package domain

import "wiring/structs/ports"

type Embedded struct{ S ports.Sender }

func (e Embedded) Do(ssn string) { e.S.Send(ports.Message{ID: "1", Data: map[string]any{"ssn": ssn}}) }

type Harmless struct{ S ports.Sender }

func (h Harmless) Do(plan string) {
	h.S.Send(ports.Message{ID: "1", Data: map[string]any{"plan": plan}})
}

type Wide struct{ S ports.WideSender }

func (w Wide) Do(ssn string) { w.S.SendWide(ports.Wide{Data: map[string]any{"ssn": ssn}}) }

type Deep struct{ S ports.DeepSender }

func (d Deep) Do(ssn string) {
	var m ports.Deep
	m.A.B.C.Data = map[string]any{"ssn": ssn}
	d.S.SendDeep(m)
}
