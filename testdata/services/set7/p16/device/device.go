// Package device knows the phone of a player.
package device

import "services/set7/p16/pipeline"

// Info of a phone.
type Info struct {
	Model string
	IDFA  string
	OS    string
}

// Apply implements pipeline.Step.
func (i Info) Apply(e *pipeline.Event) {
	e.Props["model"] = i.Model
	e.Props["idfa"] = i.IDFA
	e.Props["os"] = i.OS
}
